package org.avance.extract.sheettext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  private static final Limits SMALL = new Limits(40, 60, 99, 2, 99, 4, 3, 20, 30);

  @TempDir private Path folder;
  private Documents documents;

  @BeforeEach
  void folder() {
    documents = new Documents(folder);
  }

  @Test
  void a_line_ends_at_any_line_end_and_keeps_all_else_as_it_stands() throws Exception {
    assertThat(documents.lines(utf8("\n A\tb\t\t\r\nc  d\re\u2028\u2028f\u00A0\u000Bg\r\n\nh")))
        .containsExactly(
            "line 1: ",
            "line 2:  A\tb\t\t",
            "line 3: c  d",
            "line 4: e",
            "line 5: ",
            "line 6: f\u00A0\u000Bg",
            "line 7: ",
            "line 8: h");
  }

  @Test
  void a_form_feed_begins_a_page() throws Exception {
    assertThat(documents.lines(utf8("a\nb\f\n01\n\fc\f")))
        .containsExactly(
            "page 1, line 1: a",
            "page 1, line 2: b",
            "page 2, line 1: ",
            "page 2, line 2: 01",
            "page 3, line 1: c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16", "UTF-16LE+", "UTF-8+"})
  void the_encoding_is_marked_or_utf_8_or_windows_1252(String encoding) throws Exception {
    String mark = encoding.endsWith("+") ? "\uFEFF" : "";
    byte[] bytes =
        (mark + "Descripción\n“ND”").getBytes(Charset.forName(encoding.replace("+", "")));
    assertThat(documents.lines(bytes)).containsExactly("line 1: Descripción", "line 2: “ND”");
  }

  @Test
  void bytes_that_are_no_text_are_refused_by_their_line() throws Exception {
    assertThat(documents.refusal("Año\r\n\u0081".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(
            "ENCODING_MISMATCH | 2 | 0x81 | line 2: expected text in UTF-8 or windows-1252, found"
                + " byte 0x81 at offset 5 | text in UTF-8 or windows-1252");
  }

  @Test
  void a_byte_order_mark_is_believed() throws Exception {
    byte[] broken = "\u00EF\u00BB\u00BFA\u00F1o".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(documents.refusal(broken))
        .isEqualTo(
            "ENCODING_MISMATCH | 1 | 0xF1 | line 1: expected text in UTF-8, found byte 0xF1 at"
                + " offset 4 | text in UTF-8");
  }

  @Test
  void a_nul_is_refused_by_its_line() throws Exception {
    assertThat(documents.refusal(utf8("a\nb\0")))
        .isEqualTo(
            "NUL_BYTE | 2 | NUL | line 2: expected text, found a NUL character | text; in UTF-16"
                + " with a byte order mark");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", " \n\t\r\n\f"})
  void a_document_without_text_is_refused(String text) throws Exception {
    assertThat(documents.refusal(utf8(text)))
        .isEqualTo(
            "FILE_EMPTY | 0 |  | expected a document, found a file without text | text, HTML or a"
                + " PDF with a text layer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          xl/workbook.xml       | an XLSX workbook
          word/document.xml     | a Word document (DOCX)
          ppt/presentation.xml  | a PowerPoint presentation (PPTX)
          META-INF/manifest.xml | an OpenDocument file (ODT or ODS)
          sheet.txt             | a ZIP file
          """)
  void a_zip_file_is_refused_by_what_it_holds(String entry, String kind) throws Exception {
    assertThat(documents.refusal(zip(entry))).isEqualTo(notADocument(kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EncryptedPackage    | an Office document that opens with a password only
          WordDocument        | a Word document (DOC)
          Workbook            | an XLS workbook
          PowerPoint Document | a PowerPoint presentation (PPT)
          Other               | an Office document of before 2007
          """)
  void an_office_file_is_refused_by_what_it_holds(String stream, String kind) throws Exception {
    byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
    String start = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    String file = start + new String(name, StandardCharsets.ISO_8859_1);
    assertThat(documents.refusal(file.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(notADocument(kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {\\rtf1 x             | an RTF document
          MIME-Version: 1.0     | a web archive (MHTML)
          <?xml version='1.0'?> | an XML document
          \u0089PNG             | a PNG image
          II*\0x                | a TIFF image
          PK\u0003\u0004x       | a ZIP file that is damaged
          """)
  void another_file_is_refused_by_what_it_is(String start, String kind) throws Exception {
    assertThat(documents.refusal(start.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(notADocument(kind));
  }

  @Test
  void more_than_any_sheet_needs_is_refused() throws Exception {
    assertThat(documents.refusal(utf8("x".repeat(41)), SMALL))
        .isEqualTo(
            "DOCUMENT_TOO_LARGE | 0 | 41 | expected a document of at most 40 bytes, found 41 | up"
                + " to 40 bytes");
    assertThat(documents.refusal(utf8("a\nb\nc\nd"), SMALL))
        .isEqualTo(
            "DOCUMENT_TOO_LARGE | 0 | 4 | expected a document of at most 3 lines, found 4 | up to 3"
                + " lines");
    assertThat(documents.refusal(utf8("a\f" + "x".repeat(21)), SMALL))
        .isEqualTo(
            "DOCUMENT_TOO_LARGE | 2 | 21 | page 2, line 1: expected a line of at most 20"
                + " characters, found 21 | lines of up to 20 characters");
    assertThat(documents.refusal(utf8("x".repeat(20) + "\n" + "x".repeat(11)), SMALL))
        .isEqualTo(
            "DOCUMENT_TOO_LARGE | 0 | 31 | expected a document of at most 30 characters, found 31 |"
                + " up to 30 characters");
  }

  private static String notADocument(String kind) {
    return "NOT_A_DOCUMENT | 0 | %s | expected text, HTML or a PDF with a text layer, found %s | "
            .formatted(kind, kind)
        + "text, HTML or a PDF with a text layer";
  }

  private static byte[] zip(String entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
