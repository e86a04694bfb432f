package org.avance.extract.sheettext;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/** Fragments of HTML within a cell. */
public final class Markup {
  private static final String TAG =
      "/?(?:p|br|ul|ol|li|div|span|b|strong|i|em|u|a|sup|sub|font|table|tbody|thead|tr|td|th|h[1-6]"
          + "|script|style)(?:\\s+[\\w-]+\\s*=[^<>]*)?\\s*/?>|!--";

  private static final Pattern BEGINS_TAG =
      Pattern.compile("<(?=" + TAG + ")", Pattern.CASE_INSENSITIVE);

  private static final Pattern BEGINS_NO_TAG =
      Pattern.compile("<(?!" + TAG + ")", Pattern.CASE_INSENSITIVE);

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});");

  private Markup() {}

  /**
   * The text of a fragment: paragraphs, items of lists and what else is a block are parted by
   * {@code \n}, entities are decoded, the cells of a table's row are parted by tabs.
   *
   * <p>A text without tags and entities is returned as it is; a {@code <} that begins no tag, as in
   * {@code p < 0.05}, is a letter like any other.
   */
  public static String plain(String cell) {
    if (!BEGINS_TAG.matcher(cell).find()) {
      return ENTITY.matcher(cell).replaceAll(Markup::decoded);
    }
    String html = BEGINS_NO_TAG.matcher(cell).replaceAll("&lt;");
    return String.join(
        "\n", new HtmlLines(Limits.STANDARD).of(Jsoup.parseBodyFragment(html).body()));
  }

  private static String decoded(MatchResult entity) {
    return Matcher.quoteReplacement(Parser.unescapeEntities(entity.group(), false));
  }
}
