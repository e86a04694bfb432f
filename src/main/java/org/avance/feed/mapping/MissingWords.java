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
 */
public record MissingWords(Map<String, MissingReason> reasons) {
  public static final MissingWords USUAL =
      new MissingWords(
          Map.of(
              "ND", MissingReason.NOT_AVAILABLE,
              "NA", MissingReason.NOT_APPLICABLE,
              "NR", MissingReason.NOT_REPORTED));

  public MissingWords {
    Map<String, MissingReason> trimmed = new HashMap<>();
    reasons.forEach((word, reason) -> trimmed.put(Texts.trimmed(word), reason));
    trimmed.put("", MissingReason.BLANK);
    reasons = Collections.unmodifiableMap(trimmed);
  }

  /** Why a cell of this text has no value; empty where the text is no such word. */
  public Optional<MissingReason> reason(String trimmed) {
    return Optional.ofNullable(reasons.get(trimmed));
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
