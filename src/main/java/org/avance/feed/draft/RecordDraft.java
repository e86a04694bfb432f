package org.avance.feed.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.avance.feed.number.NumberStyle;
import org.avance.model.FactKind;
import org.avance.model.MissingReason;

/** Writes what every fact of a draft takes from its record, and how its cells are printed. */
final class RecordDraft {
  private static final List<String> PLAIN =
      List.of(
          "agencyName", "programmeName", "unit", "definition", "populationType", "source", "note");
  private static final List<String> OF_INDICATOR =
      List.of(
          "indicator",
          "indicatorName",
          "level",
          "frequency",
          "objective",
          "reportingUnit",
          "lightClass");

  private final Columns columns;
  private final Page page;

  RecordDraft(Columns columns, Page page) {
    this.columns = columns;
    this.page = page;
  }

  void writeNumbers() {
    List<Profile> figures = columns.figures().stream().map(Figure::column).toList();
    Map<String, String> words = new LinkedHashMap<>();
    long numbers = figures.stream().mapToLong(c -> c.readBy(columns.style())).sum();
    long dashes = figures.stream().mapToLong(Profile::dashes).sum();
    if (columns.style() != 0) {
      words.put(signs(columns.style()), numbers + " cells are read so");
    }
    put(words, "dash: missing", dashes, "dashes stand in columns of figures; or is it zero?");
    put(
        words,
        "percent: allowed",
        figures.stream().mapToLong(Profile::percents).sum(),
        "numbers are followed by %");
    put(
        words,
        "bareNumber: false",
        figures.stream().mapToLong(Profile::currencies).sum(),
        "numbers have a currency sign");
    if (!words.isEmpty()) {
      String why = words.values().stream().collect(Collectors.joining(", "));
      page.guess("", why, "numbers: {%s}".formatted(String.join(", ", words.keySet())));
    }
    long worded = figures.stream().mapToLong(Profile::worded).sum();
    if (worded > 0) {
      page.comment(
          "",
          worded + " cells of columns of figures hold a number with words; they go to quarantine.");
    }
    writeMissing(figures);
  }

  private static void put(Map<String, String> words, String word, long count, String what) {
    if (count > 0) {
      words.put(word, count + " " + what);
    }
  }

  static String signs(int style) {
    NumberStyle found = NumberStyles.CANDIDATES.get(style).style();
    return "groupChar: \"%s\", decimalChar: \"%s\""
        .formatted(found.groupChar(), found.decimalChar());
  }

  /** Words in columns of figures that stand for a missing one. */
  private void writeMissing(List<Profile> figures) {
    Map<String, Long> found = new TreeMap<>();
    for (Profile column : figures) {
      column
          .distinct()
          .forEach(
              (text, count) -> {
                if (NumberStyles.reason(text) != null) {
                  found.merge(text, count, Long::sum);
                }
              });
    }
    if (found.isEmpty()) {
      return;
    }
    page.blank()
        .comment(
            "",
            "guess: these stand where columns of figures have none; please confirm the reasons");
    page.line("missingValues:");
    found.forEach(
        (text, count) -> {
          MissingReason reason = NumberStyles.reason(text);
          page.line("  %s: %s  # %d cells".formatted(Page.scalar(text), reason, count));
        });
  }

  void writeRecord(FactKind kind, boolean needsYear) {
    page.blank().line("record:");
    writeProgramme();
    if (needsYear || columns.word("year").isPresent()) {
      writeYear(kind);
    }
    columns
        .word("quarter")
        .filter(c -> kind != FactKind.COVERAGE && kind != FactKind.SCORE)
        .ifPresent(column -> plain("quarter", column));
    writePlace();
    columns
        .word("sex")
        .filter(c -> kind == FactKind.COVERAGE)
        .ifPresent(column -> mapped("sex", column, Sexes::of));
    for (String word : PLAIN) {
      if (takes(kind, word)) {
        columns.word(word).ifPresent(column -> plain(word, column));
      }
    }
    if (kind == FactKind.INDICATOR) {
      OF_INDICATOR.forEach(word -> columns.word(word).ifPresent(column -> plain(word, column)));
      columns.word("direction").ifPresent(column -> mapped("direction", column, Directions::of));
    }
  }

  private static boolean takes(FactKind kind, String word) {
    return switch (word) {
      case "unit", "definition" -> kind == FactKind.COVERAGE || kind == FactKind.INDICATOR;
      case "populationType", "source" -> kind == FactKind.COVERAGE;
      default -> true;
    };
  }

  private void plain(String word, Profile column) {
    page.guess("  ", "by its name", word + ": " + Page.scalar(column.name()));
  }

  private void writeProgramme() {
    Optional<Profile> programme = columns.word("programme");
    Optional<Profile> agency = columns.word("agency");
    if (programme.isPresent() && Columns.isCombined(programme.get())) {
      combined(programme.get());
      return;
    }
    agency.ifPresent(this::writeAgency);
    if (programme.isPresent()) {
      Profile column = programme.get();
      long codes = column.count(text -> Glossary.CODE.matcher(text).matches());
      page.guess(
          "  ",
          column.evidence(codes, "codes such as S243"),
          "programme: " + Page.scalar(column.name()));
    } else if (agency.isEmpty()) {
      page.guess(
          "  ",
          "no column of programmes or ramos was found; name one, or write the code",
          "agency: {constant: unknown, assumed: true}");
    }
  }

  private void writeAgency(Profile column) {
    boolean numbered = column.mostly(0.9, text -> text.matches("\\d{1,2}"));
    String name = Page.scalar(column.name());
    page.guess(
        "  ",
        "by its name" + (numbered ? "; ramos have two digits" : ""),
        "agency: " + (numbered ? "{column: %s, pad: 2}".formatted(name) : name));
  }

  /** Ramo and programme in one cell, and whatever stands behind them. */
  private void combined(Profile column) {
    String name = Page.scalar(column.name());
    long found = column.count(text -> Glossary.RAMO_AND_CODE.matcher(text).lookingAt());
    page.guess(
            "  ",
            column.evidence(found, "ramo and programme in one"),
            "agency: {column: %s, pattern: '(?<agency>\\d{1,2})-[A-Z]\\d{3}.*', pad: 2}"
                .formatted(name))
        .line(
            "  programme: {column: %s, pattern: '\\d{1,2}-(?<programme>[A-Z]\\d{3}).*'}"
                .formatted(name));
  }

  private void writeYear(FactKind kind) {
    Optional<Profile> year = columns.word("year");
    if (year.isPresent()) {
      writeYear(year.get(), kind);
    } else {
      page.guess(
          "  ",
          "neither the file's name nor a column states the year; until it is written here, only files whose header does are read",
          "year: {headerCell: '(?<year>(?:19|20)\\d{2})'}");
    }
  }

  private void writeYear(Profile column, FactKind kind) {
    String name = Page.scalar(column.name());
    long years = column.count(text -> text.matches("\\d{4}"));
    long months = column.count(text -> Glossary.YEAR.matcher(text).matches()) - years;
    if (months == 0) {
      page.guess("  ", column.evidence(years, "years"), "year: " + name);
      return;
    }
    page.guess(
        "  ",
        column.evidence(years, "years") + ", " + months + " are a year and its month",
        "year: {column: %s, pattern: '(?<year>\\d{4})(-\\d{2})?'}".formatted(name));
    if (kind == FactKind.INDICATOR) {
      page.line("  month: {column: %s, pattern: '\\d{4}(-(?<month>\\d{2}))?'}".formatted(name));
    }
  }

  private void writePlace() {
    Optional<Profile> place = columns.word("geography");
    if (place.isEmpty()) {
      page.guess(
          "  ",
          "no column of places was found: the nation",
          "geography: {constant: MX, assumed: true}");
      return;
    }
    Profile column = place.get();
    String name = Page.scalar(column.name());
    if (column.mostly(0.6, Places::isStateNumber)) {
      page.guess(
          "  ",
          column.evidence(column.count(Places::isStateNumber), "numbers of states")
              + others(column, text -> !Places.isStateNumber(text)),
          "geography: {column: %s, pad: 2}".formatted(name));
      return;
    }
    Map<String, String> codes = new TreeMap<>();
    column
        .distinct()
        .keySet()
        .forEach(text -> Places.code(text).ifPresent(code -> codes.put(Page.scalar(text), code)));
    String map =
        codes.entrySet().stream()
            .map(each -> "%s: \"%s\"".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining(", "));
    page.guess(
        "  ",
        column.evidence(column.count(t -> Places.code(t).isPresent()), "names of places")
            + others(column, text -> Places.code(text).isEmpty()),
        "geography: {column: %s, valueMap: {%s}}".formatted(name, map));
  }

  private static String others(Profile column, Predicate<String> such) {
    String some =
        column.distinct().keySet().stream().filter(such).limit(5).collect(Collectors.joining(", "));
    return some.isEmpty() ? "" : "; others are to be mapped by valueMap: " + some;
  }

  /** A word whose texts the language names otherwise. */
  private void mapped(String word, Profile column, Function<String, Optional<String>> named) {
    String map =
        column.distinct().keySet().stream()
            .flatMap(text -> named.apply(text).map(to -> Page.scalar(text) + ": " + to).stream())
            .collect(Collectors.joining(", "));
    page.guess(
        "  ",
        "by its cells",
        "%s: {column: %s, valueMap: {%s}}".formatted(word, Page.scalar(column.name()), map));
  }
}
