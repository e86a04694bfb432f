package org.avance.extract.xlsx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.avance.issue.RefusedFile;

/**
 * The texts that cells of a workbook refer to by number. Held as UTF-8 in blocks, which takes a
 * third of what as many strings do.
 */
final class SharedStrings {
  private static final int BLOCK = 1 << 20;

  private final List<byte[]> blocks = new ArrayList<>();
  private int[] blockOf = new int[1024];
  private int[] endIn = new int[1024];
  private int count;
  private int filled;

  /** No texts at all. */
  SharedStrings() {
    blocks.add(new byte[BLOCK]);
  }

  static SharedStrings read(XmlPart part) throws IOException, RefusedFile {
    SharedStrings strings = new SharedStrings();
    while (part.next()) {
      if (part.starts("si")) {
        strings.add(RichText.read(part, "si"));
      }
    }
    return strings;
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (filled + bytes.length > last().length) {
      blocks.add(new byte[Math.max(BLOCK, bytes.length)]);
      filled = 0;
    }
    System.arraycopy(bytes, 0, last(), filled, bytes.length);
    filled += bytes.length;
    if (count == endIn.length) {
      blockOf = Arrays.copyOf(blockOf, 2 * count);
      endIn = Arrays.copyOf(endIn, 2 * count);
    }
    blockOf[count] = blocks.size() - 1;
    endIn[count] = filled;
    count++;
  }

  private byte[] last() {
    return blocks.get(blocks.size() - 1);
  }

  /** The text of a number from 0; empty where there is none. */
  Optional<String> find(int index) {
    if (index < 0 || index >= count) {
      return Optional.empty();
    }
    boolean first = index == 0 || blockOf[index - 1] != blockOf[index];
    int start = first ? 0 : endIn[index - 1];
    byte[] block = blocks.get(blockOf[index]);
    return Optional.of(new String(block, start, endIn[index] - start, StandardCharsets.UTF_8));
  }
}
