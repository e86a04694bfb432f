package org.avance.extract.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** What a file's first bytes say that it is. */
enum Container {
  GZ(".gz", "1f8b"),
  ZIP(".zip", "504b0304"),
  /** A zip without entries has its end only. */
  EMPTY_ZIP(".zip", "504b0506"),
  NONE("", "");

  private static final int TOLD_BY = 4;
  private final String ending;
  private final String firstBytes;

  Container(String ending, String firstBytes) {
    this.ending = ending;
    this.firstBytes = firstBytes;
  }

  static Container of(Path file) throws IOException {
    String first;
    try (InputStream in = Files.newInputStream(file)) {
      first = HexFormat.of().formatHex(in.readNBytes(TOLD_BY));
    }
    for (Container each : values()) {
      if (first.startsWith(each.firstBytes)) {
        return each;
      }
    }
    return NONE;
  }

  String ending() {
    return ending;
  }
}
