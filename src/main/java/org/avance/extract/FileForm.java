package org.avance.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a file is by its first bytes, whatever its name says. */
public enum FileForm {
  EMPTY("a file without bytes"),
  XLSX("an XLSX workbook"),
  ZIP("a zip archive"),
  OLE2("an XLS workbook, or another document of that container"),
  PDF("a PDF document"),
  GZIP("a gzip archive"),
  HTML("an HTML page"),
  XML("an XML file"),
  TEXT("text"),
  BINARY("bytes that are no text");

  private static final int HEAD = 4096;

  private final String description;

  FileForm(String description) {
    this.description = description;
  }

  /** In words for a message. */
  public String describe() {
    return description;
  }

  public static FileForm of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in);
    }
  }

  /** Of what a stream begins with; it is not closed. */
  public static FileForm of(InputStream in) throws IOException {
    String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    if (head.isEmpty()) {
      return EMPTY;
    }
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
      return head.contains("[Content_Types].xml") || head.contains("xl/") ? XLSX : ZIP;
    }
    if (head.startsWith("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1")) {
      return OLE2;
    }
    if (head.startsWith("\u001F\u008B")) {
      return GZIP;
    }
    return head.startsWith("%PDF-") ? PDF : text(head);
  }

  private static FileForm text(String head) {
    boolean utf16 = head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF");
    String plain = utf16 ? head.replace("\0", "") : head;
    if (plain.indexOf('\0') >= 0) {
      return BINARY;
    }
    String begin = plain.replaceFirst("^[^ -~\\s]*\\s*", "").toLowerCase(Locale.ROOT);
    if (begin.startsWith("<!doctype html")
        || begin.startsWith("<html")
        || begin.startsWith("<table")) {
      return HTML;
    }
    return begin.startsWith("<?xml") ? (begin.contains("<html") ? HTML : XML) : TEXT;
  }
}
