package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.avance.feed.mapping.MissingWords;
import org.avance.feed.text.Texts;

/**
 * The labels that one row of the sheet may print; never those of another row, for "Adecuado" is a
 * class of quality and of progress.
 *
 * @param <C> what a label means
 */
final class Vocabulary<C> {
  private final Map<String, C> meanings = new LinkedHashMap<>();
  private final Map<String, String> officials = new LinkedHashMap<>();
  private final Set<String> words = new HashSet<>();
  private final MissingWords missing;

  Vocabulary(MissingWords missing) {
    this.missing = missing;
  }

  Vocabulary<C> label(String official, C meaning) {
    return alias(official, official, meaning);
  }

  /** Another spelling of an official label. */
  Vocabulary<C> alias(String spelling, String official, C meaning) {
    meanings.putIfAbsent(Texts.key(spelling), meaning);
    officials.putIfAbsent(Texts.key(spelling), official);
    words.addAll(Arrays.asList(Texts.key(spelling).split(" ", -1)));
    return this;
  }

  /** All labels of another vocabulary, with one meaning. */
  Vocabulary<C> all(Vocabulary<?> other, C meaning) {
    other.officials.forEach((spelling, official) -> alias(spelling, official, meaning));
    return this;
  }

  /** What a printed label means; empty where it is none of these. */
  Optional<C> meaning(String printed) {
    return Optional.ofNullable(meanings.get(Texts.key(printed)));
  }

  /** The official label that a printed one is another spelling of; empty where it is none. */
  Optional<String> spelledFor(String printed) {
    return Optional.ofNullable(officials.get(Texts.key(printed)))
        .filter(official -> !Texts.key(official).equals(Texts.key(printed)));
  }

  boolean isMissing(String printed) {
    return missing.reason(Texts.trimmed(printed)).isPresent();
  }

  /** The official labels, for messages. */
  List<String> listed() {
    return officials.values().stream().distinct().toList();
  }

  /**
   * The labels of a cell. A line that lost its separators holds several: it is split where all of
   * it is labels, else it is one unknown label.
   */
  List<String> split(String cell) {
    if (isLabel(cell)) {
      return List.of(cell);
    }
    List<String> parts = List.of(cell.split(" ", -1));
    List<String> labels = new ArrayList<>();
    int at = 0;
    while (at < parts.size()) {
      int end = longest(parts, at);
      if (end == at) {
        return List.of(cell);
      }
      labels.add(String.join(" ", parts.subList(at, end)));
      at = end;
    }
    return labels;
  }

  private int longest(List<String> parts, int at) {
    for (int end = parts.size(); end > at; end--) {
      if (isLabel(String.join(" ", parts.subList(at, end)))) {
        return end;
      }
    }
    return at;
  }

  private boolean isLabel(String text) {
    return isMissing(text) || meaning(text).isPresent();
  }

  /** Whether all words of a text occur in labels: it may be a piece of a broken one. */
  boolean couldBelong(String text) {
    return Arrays.stream(text.split(" ", -1))
        .allMatch(word -> isMissing(word) || words.contains(Texts.key(word)));
  }
}
