package org.avance.feed.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.avance.model.FactKind;

/**
 * Writes the facts of a draft: which kind they are of, and which columns their figures stand in.
 */
final class FactDraft {
  private static final List<String> GOALS =
      List.of("target", "interimTarget", "adjustedTarget", "baseline", "numerator", "denominator");

  private final Columns columns;
  private final Page page;
  private final FactKind kind;
  private final Optional<YearColumns> years;

  FactDraft(Columns columns, Page page) {
    this.columns = columns;
    this.page = page;
    this.kind = kind(columns);
    this.years = YearColumns.among(columns.figures());
  }

  private static FactKind kind(Columns columns) {
    boolean namesIndicator =
        columns.word("indicator").or(() -> columns.word("indicatorName")).isPresent();
    if (namesIndicator && columns.role("value").or(() -> columns.role("target")).isPresent()) {
      return FactKind.INDICATOR;
    }
    if (columns.figures().stream().filter(figure -> figure.role().equals("score")).count() > 1) {
      return FactKind.SCORE;
    }
    if (any(columns, figure -> !figure.population().isEmpty())) {
      return FactKind.COVERAGE;
    }
    if (any(columns, figure -> figure.isMoney() || !figure.stage().isEmpty())) {
      return FactKind.BUDGET;
    }
    return columns.role("score").isPresent() ? FactKind.SCORE : FactKind.COVERAGE;
  }

  private static boolean any(Columns columns, Function<Figure, Boolean> such) {
    return columns.figures().stream().anyMatch(such::apply);
  }

  FactKind kind() {
    return kind;
  }

  void writeKind() {
    String names =
        columns.figures().stream()
            .map(figure -> figure.column().name())
            .limit(4)
            .collect(Collectors.joining(", "));
    String why =
        names.isEmpty() ? "no column of figures was found" : "the columns of figures are " + names;
    page.guess("", why, "kind: " + kind.name().toLowerCase(Locale.ROOT));
  }

  /** Columns that each are a year. */
  void writeMelt() {
    years.ifPresent(
        found ->
            page.blank()
                .guess(
                    "",
                    "%d columns of figures differ in their year only"
                        .formatted(found.columns().size()),
                    "melt: {columns: '%s'}".formatted(found.pattern())));
  }

  boolean namesYears() {
    return years.isPresent();
  }

  void writeFacts() {
    page.blank().line("facts:");
    List<Figure> left = new ArrayList<>(columns.figures());
    if (years.isPresent()) {
      Figure one = years.get().columns().get(0);
      left.removeAll(years.get().columns());
      page.line("  - year: {melted: year}");
      words(one).forEach(word -> page.line("    " + word));
      page.line("    value: {melted: value}");
    } else if (left.isEmpty()) {
      Profile some = columns.all().get(columns.all().size() - 1);
      page.guess(
          "  ",
          "no column of figures was found, this is the last one",
          "- value: " + Page.scalar(some.name()));
    } else if (kind == FactKind.INDICATOR) {
      indicator(left);
    } else {
      each(left);
    }
    leftOver(left);
  }

  /** One fact a column, as long as something tells it from the others. */
  private void each(List<Figure> left) {
    Set<List<String>> told = new HashSet<>();
    for (Figure figure : List.copyOf(left)) {
      boolean isOfKind = kind != FactKind.SCORE || figure.role().equals("score");
      if (isOfKind && told.add(words(figure))) {
        left.remove(figure);
        write(figure, words(figure), "value");
      }
    }
  }

  private void write(Figure figure, List<String> words, String role) {
    Profile column = figure.column();
    long numbers = column.readBy(Columns.style(column, columns.style()));
    String evidence = column.evidence(numbers, "numbers");
    List<String> lines = new ArrayList<>(words);
    lines.add(role + ": " + value(column));
    page.guess("  ", column.name() + ": " + evidence, "- " + lines.get(0));
    lines.stream().skip(1).forEach(line -> page.line("    " + line));
  }

  /** The column, with a number style of its own where it has one. */
  private String value(Profile column) {
    int own = Columns.style(column, columns.style());
    return own == columns.style()
        ? Page.scalar(column.name())
        : "{column: %s, numbers: {%s}}"
            .formatted(Page.scalar(column.name()), RecordDraft.signs(own));
  }

  private List<String> words(Figure figure) {
    return switch (kind) {
      case COVERAGE -> coverage(figure);
      case BUDGET -> List.of("stage: {constant: %s}".formatted(orUnknown(figure.stage())));
      case SCORE -> score(figure);
      default -> List.of();
    };
  }

  private List<String> coverage(Figure figure) {
    List<String> words = new ArrayList<>();
    words.add(
        figure.population().isEmpty()
            ? "population: {constant: unknown, assumed: true}"
            : "population: {constant: %s}".formatted(figure.population()));
    if (!figure.sex().equals("total")) {
      words.add("sex: {constant: %s}".formatted(figure.sex()));
    }
    return words;
  }

  /** The class stands beside its score under a name of the same beginning. */
  private List<String> score(Figure figure) {
    String key = figure.column().key().replaceFirst(" cuant$", "");
    List<String> words = new ArrayList<>();
    words.add("model: {constant: unknown, assumed: true}");
    words.add("dimension: {constant: %s}".formatted(Page.scalar(figure.column().name())));
    columns.all().stream()
        .filter(column -> column.key().equals(key + " cual"))
        .findFirst()
        .ifPresent(column -> words.add("printedClass: " + Page.scalar(column.name())));
    return words;
  }

  private void indicator(List<Figure> left) {
    Figure value = columns.role("value").orElseGet(() -> observed(left));
    List<String> words = new ArrayList<>();
    for (String role : GOALS) {
      columns
          .role(role)
          .filter(figure -> !figure.equals(value))
          .ifPresent(
              figure -> {
                left.remove(figure);
                words.add(role + ": " + value(figure.column()));
              });
    }
    left.remove(value);
    write(value, words, "value");
  }

  /** A figure that no name calls a goal; else the first. */
  private static Figure observed(List<Figure> left) {
    return left.stream()
        .filter(figure -> !GOALS.contains(figure.role()))
        .findFirst()
        .orElse(left.get(0));
  }

  private void leftOver(List<Figure> left) {
    if (!left.isEmpty()) {
      page.comment(
          "  ",
          "Not taken, though they hold figures: "
              + left.stream().map(f -> f.column().name()).collect(Collectors.joining(", "))
              + ". A fact for each needs a word that tells it apart.");
    }
  }

  private static String orUnknown(String word) {
    return word.isEmpty() ? "unknown, assumed: true" : word;
  }
}
