package org.avance.extract.sheettext;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
  @TempDir private Path folder;
  private Documents documents;

  @BeforeEach
  void folder() {
    documents = new Documents(folder);
  }

  @Test
  void a_block_or_a_break_is_a_line_and_what_is_not_seen_is_dropped() throws Exception {
    String html =
        """
        <!DOCTYPE html>
        <html><head><title>Not seen</title><style>p {color: red}</style></head>
        <body><script>alert("<p>x</p>")</script><!-- a note -->
        <h1>Programa
           <b>Institucional</b></h1>
        <p>Unidad&nbsp;de medida: 5 &lt; 6 &amp; 7</p><p> </p>
        <div>uno<br>dos<ul><li>✓ Adecuación</li><li>⚠ Claridad</li></ul>tres</div>
        <div hidden>no</div><p style="Display : none">no</p>
        <pre>a  b
        c</pre><noscript>no</noscript>último
        </body></html>
        """;
    assertThat(lines(html))
        .containsExactly(
            "line 1: Programa Institucional",
            "line 2: Unidad\u00A0de medida: 5 < 6 & 7",
            "line 3: uno",
            "line 4: dos",
            "line 5: ✓ Adecuación",
            "line 6: ⚠ Claridad",
            "line 7: tres",
            "line 8: a  b",
            "line 9: c",
            "line 10: último");
  }

  @Test
  void a_row_is_a_line_and_each_cell_keeps_its_column() throws Exception {
    String html =
        """
        <table><caption>Avance</caption>
        <tr><th rowspan="2">Objetivo 1</th><td colspan="2">1.1 Razón<br>del  déficit</td><td></td></tr>
        <tr><td>a</td><td><ul><li>✓ x</li><li>⚠ y</li></ul></td><td><p>uno</p><p>dos</p></td></tr>
        <tr></tr>
        <tr><td>Tendencia</td><td></td><td></td><td></td></tr>
        </table>después
        """;
    assertThat(lines(html))
        .containsExactly(
            "line 1: Avance",
            "line 2: Objetivo 1\t1.1 Razón del déficit\t\t",
            "line 3: \ta\t✓ x ⚠ y\tuno dos",
            "line 4: Tendencia\t\t\t",
            "line 5: después");
  }

  @Test
  void a_table_that_arranges_the_page_is_no_table() throws Exception {
    String html =
        """
        <table><tr><td>Menú</td><td><p>Cobertura</p>
        <table><tr><td>Hombres</td><td>ND</td></tr><tr><td>Mujeres</td><td>12</td></tr></table>
        fin</td></tr></table>
        """;
    assertThat(lines(html))
        .containsExactly(
            "line 1: Menú",
            "line 2: Cobertura",
            "line 3: Hombres\tND",
            "line 4: Mujeres\t12",
            "line 5: fin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UTF-8        | <html><p>
          windows-1252 | <html><p>
          windows-1252 | <meta charset=iso-8859-1><p>
          windows-1252 | <meta http-equiv='Content-Type' content='text/html; charset=utf-8'><p>
          IBM850       | <meta http-equiv='Content-Type' content='text/html; charset=ibm850'><p>
          UTF-8        | <meta charset='utf-16'><p>
          UTF-8        | <meta charset='unheard-of'><p>
          UTF-16       | <html><p>
          UTF-8        | <?xml version='1.0' encoding='UTF-8'?><!DOCTYPE html><html><p>
          IBM850       | <?xml version='1.0' encoding='IBM850'?><html><p>
          """)
  void the_encoding_is_the_one_declared_if_it_holds(String encoding, String start)
      throws Exception {
    byte[] html = (start + "Año, Índice").getBytes(Charset.forName(encoding));
    assertThat(documents.lines(html)).containsExactly("line 1: Año, Índice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p < 0.05",
        "Objetivo <p>x</p>",
        "<p>a</p>\tb",
        "<tabla>",
        "x\n<!DOCTYPE html><html>",
        "<ul> a"
      })
  void a_text_with_fragments_of_html_is_text(String text) throws Exception {
    assertThat(lines(text).get(0)).isEqualTo("line 1: " + text.lines().findFirst().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFF\n<!-- saved -->\n<HTML><p>x",
        " <!doctype html>x",
        "<table border=0><tr><td>x</table>",
        "<h1>x"
      })
  void html_is_told_by_how_it_begins(String html) throws Exception {
    assertThat(lines(html)).containsExactly("line 1: x");
  }

  @Test
  void a_page_without_text_or_with_too_many_tags_is_refused() throws Exception {
    assertThat(documents.refusal("<html><p> </p><script>x</script>".getBytes()))
        .isEqualTo(
            "FILE_EMPTY | 0 |  | expected a document, found a file without text | text, HTML or a"
                + " PDF with a text layer");
    Limits small = new Limits(100, 100, 99, 1, 99, 3, 9, 99, 999);
    assertThat(documents.refusal("<html><p>a<b>b</b>".getBytes(), small))
        .isEqualTo(
            "DOCUMENT_TOO_LARGE | 0 | 4 | expected a document of at most 3 tags, found 4 | up to 3"
                + " tags");
    assertThat(documents.refusal("<html><td colspan=9999>".repeat(3).getBytes(), small))
        .startsWith("DOCUMENT_TOO_LARGE");
  }

  private List<String> lines(String html) throws Exception {
    return documents.lines(html.getBytes(StandardCharsets.UTF_8));
  }
}
