package org.avance.extract.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.avance.issue.RefusedFile;

/**
 * Any bytes as a compressed file, for a fuzzer and for {@link ZipFuzzTest}: refused by an issue of
 * ours, or unpacked within the limits. No other exception comes out, and no file is left behind.
 */
public final class ZipFuzz {
  private static final Limits LIMITS = new Limits(50, 2 << 20, 5);
  private static final Packing PACKING = new Packing(LIMITS, Packing.USUAL.entry());

  private ZipFuzz() {}

  /** Jazzer calls this. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    Path file = Files.createTempFile("avance-fuzz-", ".bytes");
    try {
      Files.write(file, input);
      unpack(file, input);
      readEachEntry(file);
    } finally {
      Files.delete(file);
    }
  }

  private static void unpack(Path file, byte[] input) throws IOException {
    Path within = file;
    try (Unpacked unpacked = Unpacked.of(file, PACKING)) {
      within = unpacked.file();
      long size = Files.size(within);
      assertThat(within.equals(file) || LIMITS.bearBytes(size)).isTrue();
      assertThat(within.equals(file) || LIMITS.bearRatio(size, input.length)).isTrue();
    } catch (RefusedFile refused) {
      assertThat(refused.issue().message()).startsWith("expected ").contains(", found ");
    }
    assertThat(Files.exists(within)).isEqualTo(within.equals(file));
    assertThat(Files.readAllBytes(file)).isEqualTo(input);
  }

  private static void readEachEntry(Path file) throws IOException {
    long sum = 0;
    try (LimitedZip zip = LimitedZip.open(file, LIMITS)) {
      for (ZipArchiveEntry entry : zip.entries()) {
        sum += size(zip, entry);
      }
    } catch (RefusedFile refused) {
      assertThat(refused.issue().message()).startsWith("expected ").contains(", found ");
    }
    assertThat(LIMITS.bearBytes(sum)).isTrue();
  }

  private static long size(LimitedZip zip, ZipArchiveEntry entry) throws IOException {
    try (InputStream in = zip.open(entry)) {
      return in.transferTo(OutputStream.nullOutputStream());
    } catch (RefusedStream refused) {
      assertThat(refused.refused().issue().message()).startsWith("expected ");
      return 0;
    }
  }
}
