package org.avance.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.model.TrialResult.FactLine;

/**
 * Facts of one kind, a line each: what all of them say alike stands above the table; in the table,
 * the words that differ, as many as there is room for, and the figure.
 */
final class FactTable {
  private static final String FIGURE = "figure";

  /** Shown in the figure's place, where there is none. */
  private static final Set<String> MISSING = Set.of("missing_reason", "missing_text");

  private static final int NARROW = 10;
  private static final int WIDE = 24;

  private final List<FactLine> facts;

  private FactTable(List<FactLine> facts) {
    this.facts = facts;
  }

  /**
   * @param facts one or more
   */
  static List<String> lines(List<FactLine> facts) {
    return new FactTable(facts).lines();
  }

  private List<String> lines() {
    List<String> words =
        facts.get(0).words().keySet().stream()
            .filter(word -> !word.equals(FIGURE) && !MISSING.contains(word))
            .toList();
    List<String> alike = new ArrayList<>();
    List<String> differing = new ArrayList<>();
    for (String word : words) {
      if (values(word).size() > 1) {
        differing.add(word);
      } else if (!Set.of("", "0").contains(text(facts.get(0), word))) {
        alike.add(shown(word) + " " + text(facts.get(0), word));
      }
    }
    List<String> above =
        alike.isEmpty() ? List.of() : Text.paragraph("all: ", Text.safe(String.join(", ", alike)));
    return Stream.concat(above.stream(), table(differing).lines().stream()).toList();
  }

  private Table table(List<String> differing) {
    List<String> shown = fitting(differing);
    Table table =
        new Table(
            Stream.concat(
                    Stream.concat(
                        Stream.of("#line"), shown.stream().map(word -> "~" + shown(word))),
                    Stream.of("#" + FIGURE))
                .toArray(String[]::new));
    for (FactLine fact : facts) {
      Stream<String> cells = shown.stream().map(word -> text(fact, word));
      table.row(
          Stream.concat(
                  Stream.concat(Stream.of(String.valueOf(fact.line())), cells),
                  Stream.of(figure(fact)))
              .toArray());
    }
    return table;
  }

  /** As many words as a line has room for when each gives way to the others; names last. */
  private List<String> fitting(List<String> words) {
    List<String> fitting = new ArrayList<>();
    int room = Text.WIDTH - WIDE - NARROW;
    for (String word : words.stream().sorted(Comparator.comparing(FactTable::isName)).toList()) {
      int width = 2 + Math.min(NARROW + 2, Math.max(shown(word).length(), widest(word)));
      if (width <= room) {
        fitting.add(word);
        room -= width;
      }
    }
    return words.stream().filter(fitting::contains).toList();
  }

  /** A name stands beside its code. */
  private static boolean isName(String word) {
    return word.endsWith("_name");
  }

  private int widest(String word) {
    return facts.stream().mapToInt(fact -> text(fact, word).length()).max().orElse(0);
  }

  private Set<String> values(String word) {
    return facts.stream().map(fact -> text(fact, word)).collect(Collectors.toUnmodifiableSet());
  }

  private static String text(FactLine fact, String word) {
    return fact.words().getOrDefault(word, "");
  }

  /** A missing figure is shown by what is printed in its place. */
  private static String figure(FactLine fact) {
    String figure = text(fact, FIGURE);
    return figure.isEmpty() ? "– " + text(fact, "missing_text") : figure;
  }

  private static String shown(String word) {
    return word.replaceFirst("_(key|label|code)$", "");
  }
}
