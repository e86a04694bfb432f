package org.avance.extract.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a YAML file as a tree of texts with places. One document, whose top level is a map, in
 * UTF-8. Refused, because they make a file read otherwise than it looks: duplicate keys, anchors,
 * aliases, tags and tabs as indentation.
 */
public final class YamlFile {
  private static final byte LINE_FEED = '\n';

  private YamlFile() {}

  /**
   * The tree of a file on disk.
   *
   * @param file named in messages as it is given here
   */
  public static YamlMap read(Path file) throws IOException, YamlFault {
    String name = file.toString();
    return parse(name, decode(name, Files.readAllBytes(file)));
  }

  /**
   * The tree of a text.
   *
   * @param fileName named in messages
   */
  public static YamlMap parse(String fileName, String text) throws YamlFault {
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new YamlTree(fileName, withoutMark).read();
  }

  private static String decode(String name, byte[] bytes) throws YamlFault {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
    } catch (CharacterCodingException e) {
      int bad = in.position();
      String hex = "byte 0x%02X".formatted(bytes[bad]);
      throw new YamlFault(placeOf(name, bytes, bad), "expected UTF-8, found " + hex);
    }
  }

  private static Place placeOf(String name, byte[] bytes, int offset) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == LINE_FEED) {
        line++;
        lineStart = i + 1;
      }
    }
    return new Place(name, line, offset - lineStart + 1);
  }
}
