package org.avance.extract.sheettext;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Files of other programs, known by their first bytes, to be refused by what they are. */
final class ForeignFile {
  private static final String ZIP = "PK\u0003\u0004";
  private static final String OLE2 = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

  private static final Map<String, String> BY_START = new LinkedHashMap<>();

  static {
    BY_START.put("PK\u0005\u0006", "an empty ZIP file");
    BY_START.put("{\\rtf", "an RTF document");
    BY_START.put("MIME-Version:", "a web archive (MHTML)");
    BY_START.put("<?xml", "an XML document");
    BY_START.put("\u001F\u008B", "a gzip file");
    BY_START.put("7z\u00BC\u00AF'\u001C", "a 7z archive");
    BY_START.put("Rar!", "a RAR archive");
    BY_START.put("\u0089PNG", "a PNG image");
    BY_START.put("\u00FF\u00D8\u00FF", "a JPEG image");
    BY_START.put("GIF8", "a GIF image");
    BY_START.put("II*\0", "a TIFF image");
    BY_START.put("MM\0*", "a TIFF image");
  }

  /** By an entry that only this kind of ZIP file has. */
  private static final Map<String, String> BY_ENTRY = new LinkedHashMap<>();

  static {
    BY_ENTRY.put("xl/workbook.xml", "an XLSX workbook");
    BY_ENTRY.put("xl/workbook.bin", "an XLSB workbook");
    BY_ENTRY.put("word/document.xml", "a Word document (DOCX)");
    BY_ENTRY.put("ppt/presentation.xml", "a PowerPoint presentation (PPTX)");
    BY_ENTRY.put("META-INF/manifest.xml", "an OpenDocument file (ODT or ODS)");
  }

  /** By the name of a stream in the directory of an OLE2 file. */
  private static final Map<String, String> BY_STREAM = new LinkedHashMap<>();

  static {
    BY_STREAM.put("EncryptedPackage", "an Office document that opens with a password only");
    BY_STREAM.put("WordDocument", "a Word document (DOC)");
    BY_STREAM.put("PowerPoint Document", "a PowerPoint presentation (PPT)");
    BY_STREAM.put("Workbook", "an XLS workbook");
    BY_STREAM.put("Book", "an XLS workbook");
  }

  private ForeignFile() {}

  /**
   * What a file is, with its article; empty if it may be text.
   *
   * @param head its first bytes, one character each
   * @param bytes what was read of it
   */
  static Optional<String> kind(Path file, String head, byte[] bytes) {
    if (head.startsWith(ZIP)) {
      return Optional.of(zip(file));
    }
    if (head.startsWith(OLE2)) {
      return Optional.of(ole2(bytes));
    }
    return BY_START.entrySet().stream()
        .filter(each -> head.startsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Reads the list of entries alone: nothing is unpacked. */
  private static String zip(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return BY_ENTRY.entrySet().stream()
          .filter(each -> zip.getEntry(each.getKey()) != null)
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse("a ZIP file");
    } catch (IOException broken) {
      return "a ZIP file that is damaged";
    }
  }

  private static String ole2(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    return BY_STREAM.entrySet().stream()
        .filter(each -> all.contains(utf16(each.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("an Office document of before 2007");
  }

  private static String utf16(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }
}
