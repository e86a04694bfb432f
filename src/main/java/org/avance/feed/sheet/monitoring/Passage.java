package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.text.Texts;

/**
 * Lines of prose as one text, however they were broken: each run of spaces is one, blank lines and
 * page numbers are left out. Knows on which line each letter stood.
 *
 * @param starts where each of the lines begins in the text
 */
record Passage(String text, List<SheetLine> lines, List<Integer> starts) {
  Passage {
    lines = List.copyOf(lines);
    starts = List.copyOf(starts);
  }

  static Passage of(List<SheetLine> lines) {
    StringBuilder text = new StringBuilder();
    List<SheetLine> kept = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    for (SheetLine line : lines) {
      String words = Texts.folded(line.text());
      if (words.isEmpty() || Furniture.isPageNumber(line)) {
        continue;
      }
      text.append(text.isEmpty() ? "" : " ");
      starts.add(text.length());
      kept.add(line);
      text.append(words);
    }
    return new Passage(text.toString(), kept, starts);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** The text without case and accents, letter for letter. */
  String bare() {
    return Bare.of(text);
  }

  /** A stretch of it, without the spaces at its ends. */
  Passage part(int from, int to) {
    int first = from;
    int last = to;
    while (first < last && text.charAt(first) == ' ') {
      first++;
    }
    while (last > first && text.charAt(last - 1) == ' ') {
      last--;
    }
    List<SheetLine> within = new ArrayList<>();
    List<Integer> moved = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (starts.get(i) < last && end(i) > first) {
        within.add(lines.get(i));
        moved.add(Math.max(0, starts.get(i) - first));
      }
    }
    return new Passage(text.substring(first, last), within, moved);
  }

  /** Its sentences: each ends with a full stop before a capital, or with the text. */
  List<Passage> sentences() {
    List<Passage> sentences = new ArrayList<>();
    var stop = SENTENCE_END.matcher(text);
    int from = 0;
    while (stop.find()) {
      sentences.add(part(from, stop.end()));
      from = stop.end();
    }
    if (from < text.length()) {
      sentences.add(part(from, text.length()));
    }
    return sentences;
  }

  private int end(int line) {
    return line + 1 < starts.size() ? starts.get(line + 1) - 1 : text.length();
  }

  private static final Pattern SENTENCE_END =
      Pattern.compile("[.;](?= ?[\\p{Lu}¿¡\"“(])|[.](?= |$)");
}
