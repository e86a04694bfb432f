package org.avance.extract.yaml;

/**
 * A scalar as written: {@code 007}, {@code no}, {@code 1e3} and {@code null} are these very words.
 *
 * @param text without quotes, escapes resolved; empty where a key has no value
 */
public record YamlText(Place place, String text) implements YamlNode {
  private static final int LONGEST_QUOTED = 60;

  @Override
  public String describe() {
    if (text.isEmpty()) {
      return "no value";
    }
    boolean shortened = text.length() > LONGEST_QUOTED;
    return "`" + (shortened ? text.substring(0, LONGEST_QUOTED) + "…" : text) + "`";
  }
}
