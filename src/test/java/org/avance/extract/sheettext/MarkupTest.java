package org.avance.extract.sheettext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  @Test
  void paragraphs_and_items_are_lines() {
    assertThat(Markup.plain("<p>El primer  objetivo\navanza.</p> <p>El <b>segundo</b>, no.</p>"))
        .isEqualTo("El primer objetivo avanza.\nEl segundo, no.");
    assertThat(Markup.plain("<ul style=\"list-style-type: none\"> ✓ Adecuación ⚠ Claridad "))
        .isEqualTo("✓ Adecuación ⚠ Claridad");
    assertThat(Markup.plain("<UL><LI>✓ Adecuación</LI><li>⚠ Claridad</ul>fin<br/>x"))
        .isEqualTo("✓ Adecuación\n⚠ Claridad\nfin\nx");
    assertThat(Markup.plain("<p> </p>")).isEmpty();
  }

  @Test
  void entities_are_decoded_and_nothing_else_of_a_text_without_tags_changes() {
    assertThat(Markup.plain("I&amp;D  &lt;p&gt; &#10003;&nbsp;&aacute; $1"))
        .isEqualTo("I&D  <p> ✓\u00A0á $1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  dos  espacios ",
        "p < 0.05",
        "a<b y c>d",
        "<5 y >3",
        "<programa>",
        "I&D",
        "AT&T; &nada &notb",
        "<p sin fin",
        "\ta\t\t"
      })
  void a_text_without_markup_is_unchanged(String text) {
    assertThat(Markup.plain(text)).isEqualTo(text);
  }

  @Test
  void what_begins_no_tag_is_text_between_tags_too() {
    assertThat(Markup.plain("<p>p < 0.05, x <y y> z, <programa> &lt;b&gt;</p>"))
        .isEqualTo("p < 0.05, x <y y> z, <programa> <b>");
  }

  @Test
  void scripts_and_comments_are_dropped() {
    assertThat(Markup.plain("a<script>alert(1)</script><!-- b --><p>c")).isEqualTo("a\nc");
  }
}
