package org.avance.load;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.avance.model.Fact;
import org.avance.model.Label;
import org.avance.model.Stated;
import org.jspecify.annotations.Nullable;

/**
 * One fact on its way into a staging table.
 *
 * @param record the record that states it
 * @param number 1-based number of the fact within its record
 * @param countsCell true for the first fact of the record that reads its value column, so that a
 *     cell is summed once
 * @param sums whether records are added up to the natural key
 */
record StagedFact<F extends Fact>(
    StagedRecord record, F fact, int number, boolean countsCell, boolean sums) {

  /** Type of a hash that is compared with none but its like. */
  static final String HASH = "CHAR(32) CHARACTER SET ascii COLLATE ascii_bin";

  @Nullable BigDecimal figure() {
    return figureOf(fact);
  }

  /**
   * Figure of the record's first fact: orders records that differ in nothing else, alike for all
   * their facts.
   */
  @Nullable BigDecimal recordFigure() {
    return figureOf(record.facts().get(0));
  }

  @Nullable String missingReason() {
    return fact.figure().<@Nullable String>fold(given -> null, missing -> missing.reason().name());
  }

  String missingText() {
    return fact.figure().fold(given -> "", Stated.Missing::officialText);
  }

  String assumed() {
    return String.join(", ", fact.assumed());
  }

  /** Whether all that it says beside its figure is texts; else there are goals and classes, too. */
  private boolean hasTextsOnly() {
    return switch (fact.kind()) {
      case COVERAGE, BUDGET, FINDING -> true;
      case INDICATOR, SCORE, ASSESSMENT, DISTRIBUTION -> false;
    };
  }

  private boolean isTakenOnce() {
    return record.takenOnce().contains(number);
  }

  /**
   * Where figures are added up, the feed's own key tells records apart (or, without one, nothing
   * repeats); everywhere else the fact's natural key does.
   */
  String keyHash(List<String> naturalKey) {
    if (!sums) {
      return hash(naturalKey);
    }
    if (isTakenOnce()) {
      return hash(List.of("once", fact.recordKey()));
    }
    String key = fact.recordKey().isEmpty() ? "record " + record.number() : fact.recordKey();
    return hash(List.of(key, Integer.toString(number)));
  }

  /**
   * Everything the fact says beside its key: records with both alike repeat each other. Of a fact
   * that is taken once, its figures and classes: texts may differ from record to record.
   *
   * @param naturalKey said here where the key is another
   * @param attributes texts and figures
   */
  String contentHash(Supplier<List<String>> naturalKey, List<?> attributes) {
    List<Object> parts = new ArrayList<>(64);
    if (sums) {
      parts.addAll(naturalKey.get());
    }
    BigDecimal figure = figure();
    parts.add(figure == null ? "" : figure.stripTrailingZeros());
    if (isTakenOnce()) {
      parts.add(missingText());
      parts.addAll(hasTextsOnly() ? List.of() : attributes);
      return hash(parts);
    }
    parts.addAll(List.of(missingText(), assumed(), fact.recordKey()));
    parts.addAll(List.of(fact.programme().name(), fact.programme().agencyName()));
    parts.addAll(attributes);
    return hash(parts);
  }

  static @Nullable LocalDate date(Stated<LocalDate> stated) {
    return stated.<@Nullable LocalDate>fold(given -> given, missing -> null);
  }

  static String hash(List<?> parts) {
    return TextHash.of(parts);
  }

  static String labelHash(String label) {
    return hash(List.of(Label.normal(label)));
  }

  /** A label as a key bears it; one longer than a key may be, by its beginning and a hash. */
  static String labelCode(String label) {
    String code = Label.normal(label);
    return code.length() <= 200 ? code : code.substring(0, 160) + labelHash(code);
  }

  private static @Nullable BigDecimal figureOf(Fact fact) {
    return fact.figure().<@Nullable BigDecimal>fold(given -> given, missing -> null);
  }
}
