package org.avance.feed.mapping;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.feed.text.Texts;
import org.avance.model.MissingReason;

/**
 * The words that stand where a value is missing, each with its reason. An empty cell is always
 * missing.
 *
 * @param reasons from the word as printed, white space at its ends aside
 * @param longest letters of the longest word: most cells hold more, and need not be looked up
 */
public record MissingWords(Map<String, MissingReason> reasons, int longest) {
  public static final MissingWords USUAL =
      new MissingWords(
          Map.of(
              "ND", MissingReason.NOT_AVAILABLE,
              "NA", MissingReason.NOT_APPLICABLE,
              "NR", MissingReason.NOT_REPORTED));

  /**
   * @param reasons from the word as printed
   */
  public MissingWords(Map<String, MissingReason> reasons) {
    this(
        trimmed(reasons),
        trimmed(reasons).keySet().stream().mapToInt(String::length).max().orElse(0));
  }

  private static Map<String, MissingReason> trimmed(Map<String, MissingReason> reasons) {
    Map<String, MissingReason> trimmed = new HashMap<>();
    reasons.forEach((word, reason) -> trimmed.put(Texts.trimmed(word), reason));
    trimmed.put("", MissingReason.BLANK);
    return Collections.unmodifiableMap(trimmed);
  }

  /** Why a cell of this text has no value; empty where the text is no such word. */
  public Optional<MissingReason> reason(String trimmed) {
    return trimmed.length() > longest
        ? Optional.empty()
        : Optional.ofNullable(reasons.get(trimmed));
  }

  /** The usual words that are not among these: a cell with one of them is no missing value. */
  public List<String> leftOut() {
    return USUAL.listed().stream().filter(word -> !reasons.containsKey(word)).toList();
  }

  /** The words that are no empty cell, in alphabetical order, for messages. */
  List<String> listed() {
    return reasons.keySet().stream().filter(word -> !word.isEmpty()).sorted().toList();
  }
}
