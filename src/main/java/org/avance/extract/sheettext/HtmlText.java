package org.avance.extract.sheettext;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.issue.RefusedFile;
import org.jsoup.Jsoup;

/**
 * HTML as a reader sees it, without its styles: a block or a line break ends a line, a row of a
 * table is one line. Nothing that it names is fetched, nothing in it is run.
 */
final class HtmlText {
  private static final Pattern START =
      Pattern.compile(
          "\\s*(?:<!--.*?-->\\s*)*"
              + "<(?:!doctype\\s+html|(?:html|head|title|meta|link|style|script|body|main|section"
              + "|article|header|table|div|center|h[1-6])[\\s>/])",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern XHTML =
      Pattern.compile("\\s*<\\?xml.*<(?:!doctype\\s+)?html[\\s>]", START.flags());

  private static final Pattern CHARSET =
      Pattern.compile(
          "<(?:meta\\s[^>]*charset|\\?xml\\s[^>]*encoding)\\s*=\\s*[\"']?\\s*([\\w.:-]+)",
          START.flags());

  private HtmlText() {}

  /**
   * Whether a text is HTML: it begins with what only a page begins with. A text may well hold
   * fragments of HTML further down.
   */
  static boolean is(String head) {
    return START.matcher(head).lookingAt() || XHTML.matcher(head).lookingAt();
  }

  /** The encoding that a page declares, if it can be: a page that reads so is not UTF-16. */
  static Optional<Charset> declared(String head) {
    Matcher charset = CHARSET.matcher(head);
    return charset.find() ? known(charset.group(1)).filter(HtmlText::holdsAscii) : Optional.empty();
  }

  private static Optional<Charset> known(String name) {
    try {
      Charset named = Charset.forName(name);
      return Optional.of(
          named.equals(StandardCharsets.ISO_8859_1) ? Charset.forName("windows-1252") : named);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static boolean holdsAscii(Charset encoding) {
    return encoding.canEncode()
        && new String("<a>".getBytes(encoding), StandardCharsets.ISO_8859_1).equals("<a>");
  }

  static SheetText read(String html, Limits limits) throws RefusedFile {
    long tags = html.chars().filter(c -> c == '<').count();
    if (tags > limits.tags()) {
      throw Refusals.tooLarge("tags", tags, limits.tags());
    }
    List<String> read = new HtmlLines(limits).of(Jsoup.parse(html).body());
    Lines lines = new Lines(limits);
    for (String line : read) {
      lines.add(line);
    }
    return lines.text();
  }
}
