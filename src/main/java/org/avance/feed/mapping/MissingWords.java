package org.avance.feed.mapping;

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
 * @param reasons from the word as printed, white space folded
 */
public record MissingWords(Map<String, MissingReason> reasons) {
  public static final MissingWords USUAL =
      new MissingWords(
          Map.of(
              "ND", MissingReason.NOT_AVAILABLE,
              "NA", MissingReason.NOT_APPLICABLE,
              "NR", MissingReason.NOT_REPORTED));

  public MissingWords {
    Map<String, MissingReason> folded = new HashMap<>();
    reasons.forEach((word, reason) -> folded.put(Texts.folded(word), reason));
    folded.put("", MissingReason.BLANK);
    reasons = Map.copyOf(folded);
  }

  Optional<MissingReason> reason(String printed) {
    return Optional.ofNullable(reasons.get(Texts.folded(printed)));
  }

  /** The words that are no empty cell, in alphabetical order, for messages. */
  List<String> listed() {
    return reasons.keySet().stream().filter(word -> !word.isEmpty()).sorted().toList();
  }
}
