package org.avance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Inputs that a fuzzer found worth keeping, and random changes of them: what the suite does in
 * seconds. {@code src/test/fuzz.sh} fuzzes for as long as one likes, guided by coverage.
 *
 * @param name folder below {@code src/test/resources/fuzz}
 */
public record FuzzCorpus(String name) {
  private static final byte[] TELLING =
      "\"',;|\t\n\r# -+%()0123456789.\uFEFFñ\u00A0"
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);

  /** What is to hold for any input. */
  @FunctionalInterface
  public interface Check {
    void on(byte[] input) throws Exception;
  }

  /** Checks every input as it is kept, then a number of changed ones, the same at every run. */
  public void replay(int changed, Check check) throws Exception {
    List<byte[]> kept = kept();
    for (byte[] input : kept) {
      on(input, check);
    }
    Random random = new Random(1917);
    for (int i = 0; i < changed; i++) {
      on(changed(kept.get(random.nextInt(kept.size())), random), check);
    }
  }

  private static void on(byte[] input, Check check) throws Exception {
    try {
      check.on(input);
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("with the bytes " + HexFormat.of().formatHex(input), e);
    }
  }

  private List<byte[]> kept() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/fuzz", name))) {
      List<byte[]> inputs = new java.util.ArrayList<>();
      for (Path file : files.sorted().toList()) {
        inputs.add(Files.readAllBytes(file));
      }
      return inputs;
    }
  }

  private static byte[] changed(byte[] input, Random random) {
    byte[] bytes = input;
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(bytes.length + 1);
      bytes =
          switch (random.nextInt(4)) {
            case 0 ->
                spliced(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(4)), new byte[0]);
            case 1 -> spliced(bytes, at, at, new byte[] {TELLING[random.nextInt(TELLING.length)]});
            case 2 ->
                spliced(
                    bytes,
                    at,
                    at,
                    Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + random.nextInt(20))));
            default ->
                spliced(
                    bytes,
                    at,
                    Math.min(bytes.length, at + 1),
                    new byte[] {(byte) random.nextInt(256)});
          };
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] instead) {
    byte[] made = Arrays.copyOf(bytes, bytes.length - (to - from) + instead.length);
    System.arraycopy(instead, 0, made, from, instead.length);
    System.arraycopy(bytes, to, made, from + instead.length, bytes.length - to);
    return made;
  }
}
