package org.avance.feed.draft;

import java.util.regex.Pattern;
import org.avance.feed.text.Texts;

/** The draft being written: lines of YAML, and above each guess the comment that says so. */
final class Page {
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N} _/().%-]*[\\p{L}\\p{N}_).%]|\\p{L}");
  private static final int WIDTH = 110;

  private final StringBuilder text = new StringBuilder();
  private int guesses;

  Page line(String line) {
    text.append(line).append('\n');
    return this;
  }

  Page blank() {
    return line("");
  }

  /** A comment above the line that it is about. */
  Page comment(String indent, String sentence) {
    StringBuilder line = new StringBuilder(indent + "#");
    for (String word : Texts.folded(sentence).split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line = new StringBuilder(indent + "#  ");
      }
      line.append(' ').append(word);
    }
    return line(line.toString());
  }

  /** A line that rests on a guess. */
  Page guess(String indent, String why, String line) {
    guesses++;
    return comment(indent, "guess: " + why + "; please confirm").line(indent + line);
  }

  int guesses() {
    return guesses;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** A text as YAML writes it, within braces, too. */
  static String scalar(String text) {
    String folded = Texts.folded(text);
    boolean isWord = folded.matches("(?i)true|false|null|yes|no|on|off|y|n");
    return PLAIN.matcher(folded).matches() && !isWord
        ? folded
        : "'" + folded.replace("'", "''") + "'";
  }

  /** A pattern of this very text, as YAML writes it. */
  static String literal(String text) {
    return text.replaceAll("[\\\\\\[\\](){}.*+?^$|]", "\\\\$0");
  }
}
