package org.avance.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;

/**
 * Text that could be decoded, but with another encoding than it was written in: here, or before the
 * agency sent it. Its cells are counted, and the first is told. The signs:
 *
 * <ul>
 *   <li>a replacement character, or a control character of the second set (0x80 to 0x9F);
 *   <li>UTF-8 read as windows-1252: {@code Ã³}, {@code Â°}, {@code â€œ}, {@code ï¿½};
 *   <li>text of DOS read as windows-1252 or the other way round, or what a conversion could not
 *       keep, within a word: {@code Educaci¢n}, {@code Ni±os}, {@code A?o}.
 * </ul>
 */
public final class Mojibake {
  private static final List<Charset> READ_AS =
      List.of(Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);

  /** What windows-1252 has where ISO 8859-1 has control characters. */
  private static final String WINDOWS_ONLY = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

  private static final String NEVER_WITHIN_A_WORD = "¡¢£¤¥‚‡±¾?";

  /** Where an address asks something: {@code default.aspx?id=7} is as it should be. */
  private static final String ADDRESS = "/=.@";

  private static final int CHARS_SHOWN = 60;

  private final List<String> header;

  /** Cells of the record before where none has a sign: most of the next one's are the same. */
  private List<String> clean = List.of();

  private long cells;
  private Location first = Location.FILE;
  private String text = "";

  /**
   * @param header names of the columns; they are looked at, too
   */
  public Mojibake(List<String> header) {
    this.header = List.copyOf(header);
    header.stream().filter(Mojibake::isIn).forEach(name -> count(Location.cell(0, name), name));
  }

  /** Looks at one more record. */
  public void look(RawRow row) {
    if (isClean(row.cells())) {
      clean = row.cells();
      return;
    }
    clean = List.of();
    if (!isIn(row.raw())) {
      return;
    }
    for (int i = 0; i < row.cells().size(); i++) {
      if (isIn(row.cells().get(i))) {
        String column = i < header.size() ? header.get(i) : "";
        count(Location.cell(row.firstLine(), column), row.cells().get(i));
      }
    }
  }

  private boolean isClean(List<String> record) {
    for (int i = 0; i < record.size(); i++) {
      String cell = record.get(i);
      boolean isAsAbove = i < clean.size() && cell.equals(clean.get(i));
      if (!isAsAbove && isIn(cell)) {
        return false;
      }
    }
    return true;
  }

  private void count(Location where, String found) {
    if (cells == 0) {
      first = where;
      text = found;
    }
    cells++;
  }

  /** What was found; one issue, however many cells. */
  public Optional<Issue> issue() {
    if (cells == 0) {
      return Optional.empty();
    }
    String place = first.line() == 0 ? "in the header" : "in line " + first.line();
    String message =
        "expected text of one encoding, found %d %s with signs of another; the first is %s: %s"
            .formatted(cells, cells == 1 ? "cell" : "cells", place, shown(text));
    return Optional.of(new Issue(IssueCode.MOJIBAKE, first, text, message, meant(text).orElse("")));
  }

  /** For the message of a refusal: says so where a text has signs, else nothing. */
  public static String hint(Collection<String> texts) {
    return texts.stream()
        .filter(Mojibake::isIn)
        .findFirst()
        .map(found -> "; is `encoding` right? It reads " + shown(found))
        .orElse("");
  }

  private static String shown(String text) {
    String meant = meant(text).map(m -> ", in UTF-8 \"" + shortened(m) + "\"").orElse("");
    return "\"" + shortened(text) + "\"" + meant;
  }

  private static String shortened(String text) {
    return text.length() > CHARS_SHOWN ? text.substring(0, CHARS_SHOWN) + "…" : text;
  }

  /** The text, if it was UTF-8 read as windows-1252 or ISO 8859-1. */
  private static Optional<String> meant(String text) {
    return READ_AS.stream().flatMap(readAs -> meant(text, readAs).stream()).findFirst();
  }

  private static Optional<String> meant(String text, Charset readAs) {
    try {
      ByteBuffer bytes = readAs.newEncoder().encode(CharBuffer.wrap(text));
      String meant = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return meant.equals(text) || isIn(meant) ? Optional.empty() : Optional.of(meant);
    } catch (CharacterCodingException isOtherwise) {
      return Optional.empty();
    }
  }

  private static boolean isIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 0x80 || c == '?') && isSign(text, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSign(String text, int at) {
    char c = text.charAt(at);
    return switch (c) {
      case '\uFFFD' -> true;
      case 'Â', 'Ã' -> continues(text, at + 1);
      case 'â', 'ï' -> continues(text, at + 1) && continues(text, at + 2);
      default -> isControl(c) || (NEVER_WITHIN_A_WORD.indexOf(c) >= 0 && isWithinWord(text, at));
    };
  }

  private static boolean isControl(char c) {
    return c >= 0x80 && c < 0xA0;
  }

  /** Whether this is what windows-1252 or ISO 8859-1 makes of a later byte of UTF-8. */
  private static boolean continues(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return (c >= 0x80 && c < 0xC0) || WINDOWS_ONLY.indexOf(c) >= 0;
  }

  private static boolean isWithinWord(String text, int at) {
    boolean between =
        at > 0
            && at + 1 < text.length()
            && Character.isLetter(text.charAt(at - 1))
            && Character.isLetter(text.charAt(at + 1));
    return between && (text.charAt(at) != '?' || !isAddress(wordAround(text, at)));
  }

  private static String wordAround(String text, int at) {
    int start = at;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(start, end);
  }

  private static boolean isAddress(String word) {
    return word.chars().anyMatch(c -> ADDRESS.indexOf(c) >= 0);
  }
}
