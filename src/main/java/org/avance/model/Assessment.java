package org.avance.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What an evaluation sheet says of one indicator in one edition: classes as published, no values.
 * Natural key: programme, indicator, year.
 *
 * @param year year that the edition reports on
 * @param role with its printed label in {@code printed}
 * @param quality class of quality, which the marks alone do not decide
 * @param marks of the criteria that are printed; empty where none is
 * @param otherMarks criteria that are none of ours, each with its mark, as printed
 * @param focus deduced from the sheet's distribution where only one is possible, else UNKNOWN
 * @param suggestedFocus what the name's words suggest; takes part in nothing
 * @param printed labels as the sheet prints them
 * @param ambiguous true where a printed label can't be assigned to one indicator; the note says
 *     which
 * @param note what could not be assigned, as printed
 */
public record Assessment(
    Programme programme,
    int year,
    Geography geography,
    Indicator indicator,
    IndicatorRole role,
    Direction direction,
    IndicatorQuality quality,
    Map<QualityCriterion, CriterionMark> marks,
    String otherMarks,
    IndicatorFocus focus,
    IndicatorFocus suggestedFocus,
    Printed printed,
    boolean ambiguous,
    String note,
    Set<String> assumed,
    String recordKey,
    String valueColumn)
    implements Fact {

  /**
   * Labels as printed; each empty where none is, or where it can't be assigned.
   *
   * @param role "Meta para el bienestar" or another spelling of it
   * @param interim outcome of the intermediate goal
   * @param progress class of the six-year progress
   */
  public record Printed(
      String role, String direction, String quality, String interim, String progress) {}

  public Assessment {
    Map<QualityCriterion, CriterionMark> ordered = new EnumMap<>(QualityCriterion.class);
    ordered.putAll(marks);
    marks = Collections.unmodifiableMap(ordered);
    assumed = SortedWords.of(assumed);
  }

  @Override
  public FactKind kind() {
    return FactKind.ASSESSMENT;
  }

  /** How many criteria are met; missing where no mark is printed. */
  @Override
  public Stated<BigDecimal> figure() {
    return marks.isEmpty()
        ? Stated.missing(MissingReason.BLANK, "")
        : Stated.given(
            BigDecimal.valueOf(
                marks.values().stream().filter(mark -> mark == CriterionMark.MET).count()));
  }
}
