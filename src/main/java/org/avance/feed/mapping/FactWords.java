package org.avance.feed.mapping;

import static org.avance.feed.mapping.FactWord.needed;
import static org.avance.feed.mapping.FactWord.optional;
import static org.avance.feed.mapping.FactWord.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.avance.model.BudgetStage;
import org.avance.model.Direction;
import org.avance.model.FactKind;
import org.avance.model.Geography;
import org.avance.model.PopulationKind;
import org.avance.model.Sex;

/**
 * The words of each kind of fact: their names, types, limits and what their absence means stand
 * here and nowhere else. A fact's {@code value}, {@code asOf} and {@code component} have forms of
 * their own and stand in {@link FactPlan}.
 */
public final class FactWords {
  private static final int NAME = 1000;
  private static final int UNIT_TEXT = 200;
  private static final int PROSE = 4000;
  private static final int LABEL = 100;

  public static final FactWord<String> CODE_SYSTEM =
      optional("codeSystem", ValueType.CODE, "PEF", "Who gives the codes.");
  public static final FactWord<String> AGENCY =
      optional("agency", ValueType.CODE, "", "Code of the agency or ramo.");
  public static final FactWord<String> AGENCY_NAME =
      text("agencyName", NAME, "Name of the agency or ramo.");
  public static final FactWord<String> PROGRAMME =
      optional("programme", ValueType.CODE, "", "Code of the programme.");
  public static final FactWord<String> PROGRAMME_NAME =
      text("programmeName", NAME, "Name of the programme.");
  public static final FactWord<Integer> YEAR =
      needed("year", ValueType.YEAR, 0, "Year reported on; the edition's where it is not said.");
  public static final FactWord<Geography> GEOGRAPHY =
      optional("geography", ValueType.GEOGRAPHY, Geography.UNKNOWN, "Place by its INEGI code.");
  public static final FactWord<String> NOTE = text("note", PROSE, "Comments.");

  public static final FactWord<PopulationKind> POPULATION =
      optional(
          "population",
          ValueType.POPULATION,
          PopulationKind.UNKNOWN,
          "Which population is counted; unknown where the file does not say.");
  public static final FactWord<Sex> SEX =
      optional("sex", ValueType.SEX, Sex.TOTAL, "Of which sex the counted persons are.")
          .whereBlank(Sex.UNKNOWN);
  public static final FactWord<String> UNIT = text("unit", UNIT_TEXT, "Unit of measure.");
  public static final FactWord<String> DEFINITION = text("definition", PROSE, "Who is counted.");
  public static final FactWord<String> POPULATION_TYPE =
      text("populationType", UNIT_TEXT, "The agency's own type of population.");
  public static final FactWord<String> SOURCE =
      text("source", PROSE, "Where the agency has the figure from.");

  public static final FactWord<BudgetStage> STAGE =
      needed("stage", ValueType.STAGE, BudgetStage.UNKNOWN, "Stage of the budget cycle.");
  public static final FactWord<Integer> QUARTER =
      optional("quarter", ValueType.QUARTER, 0, "Last quarter of a year to date; else the year.");
  public static final FactWord<Integer> FUND_YEAR =
      optional("fundYear", ValueType.YEAR, 0, "Year whose funds are spent; else the year.");
  public static final FactWord<String> FUNDING_SOURCE =
      text("fundingSource", UNIT_TEXT, "Fund or share that the money comes from.");
  public static final FactWord<Integer> PRICE_BASE_YEAR =
      optional(
          "priceBaseYear", ValueType.YEAR, 0, "Base year of constant prices; else nominal ones.");

  public static final FactWord<String> INDICATOR =
      optional("indicator", ValueType.LONG_CODE, "", "The agency's own id of the indicator.");
  public static final FactWord<String> PREVIOUS_INDICATOR =
      optional("previousIndicator", ValueType.LONG_CODE, "", "Its id in the cycle before.");
  public static final FactWord<String> INDICATOR_NUMBER =
      text("indicatorNumber", 40, "Printed number of the indicator.");
  public static final FactWord<String> INDICATOR_NAME =
      text("indicatorName", NAME, "Name of the indicator.");
  public static final FactWord<String> LEVEL =
      text("level", LABEL, "Level of the indicator in the results matrix.");
  public static final FactWord<String> OBJECTIVE =
      text("objective", PROSE, "Objective that the indicator hangs from.");
  public static final FactWord<String> FREQUENCY =
      text("frequency", LABEL, "How often the indicator is measured.");
  public static final FactWord<String> SERIES =
      text("series", UNIT_TEXT, "Tells apart figures stated side by side under one indicator.");
  public static final FactWord<Integer> MONTH =
      optional("month", ValueType.MONTH, 0, "Month of the figure; else the quarter or the year.");
  public static final FactWord<String> REPORTING_UNIT =
      text("reportingUnit", UNIT_TEXT, "Who reports the figure, below the agency.");
  public static final FactWord<Direction> DIRECTION =
      optional(
          "direction",
          ValueType.DIRECTION,
          Direction.UNKNOWN,
          "Where the indicator is meant to go; unknown where the file does not say.");
  public static final FactWord<Integer> BASELINE_YEAR =
      optional("baselineYear", ValueType.YEAR, 0, "Year of the baseline.");
  public static final FactWord<TargetForm> TARGET_TYPE =
      optional(
          "targetType",
          ValueType.TARGET_FORM,
          TargetForm.FIGURE,
          "What kind of goal target is; as printed: told by its text.");
  public static final FactWord<Integer> TARGET_YEAR =
      optional("targetYear", ValueType.YEAR, 0, "Year the target is due; else the fact's year.");
  public static final FactWord<String> PLAN =
      text("plan", 60, "Plan of the target, as the rulebook names it.");
  public static final FactWord<String> PROGRESS_CLASS =
      text("progressClass", UNIT_TEXT, "Printed class of the six-year progress.");
  public static final FactWord<String> INTERIM_CLASS =
      text("interimClass", UNIT_TEXT, "Printed outcome of the intermediate goal.");
  public static final FactWord<String> TREND_CLASS =
      text("trendClass", UNIT_TEXT, "Printed trend.");
  public static final FactWord<String> LIGHT_CLASS =
      text("lightClass", UNIT_TEXT, "Printed traffic light.");
  public static final FactWord<String> STATUS =
      text("status", UNIT_TEXT, "Any other status as printed.");

  public static final FactWord<String> MODEL =
      needed("model", ValueType.text(LABEL), "", "Scoring model.");
  public static final FactWord<String> DIMENSION =
      text("dimension", LABEL, "What is marked; else the model's total.");
  public static final FactWord<String> PRINTED_CLASS =
      text("printedClass", UNIT_TEXT, "Class of the score as printed.");

  private static final List<FactWord<?>> COMMON =
      List.of(CODE_SYSTEM, AGENCY, AGENCY_NAME, PROGRAMME, PROGRAMME_NAME, YEAR, GEOGRAPHY, NOTE);

  /** Words that are no part of a fact's natural key: records that repeat it may print others. */
  private static final Set<FactWord<?>> ATTRIBUTES =
      Set.of(AGENCY_NAME, PROGRAMME_NAME, NOTE, DEFINITION, POPULATION_TYPE, SOURCE);

  private FactWords() {}

  /** Whether the word tells one fact from another. */
  public static boolean isKey(FactWord<?> word) {
    return !ATTRIBUTES.contains(word);
  }

  /** The words of a kind. */
  public static List<FactWord<?>> of(FactKind kind) {
    return Stream.concat(COMMON.stream(), own(kind).stream()).toList();
  }

  private static List<FactWord<?>> own(FactKind kind) {
    return switch (kind) {
      case COVERAGE -> List.of(POPULATION, SEX, UNIT, DEFINITION, POPULATION_TYPE, SOURCE);
      case BUDGET -> List.of(STAGE, QUARTER, FUND_YEAR, FUNDING_SOURCE, PRICE_BASE_YEAR);
      case INDICATOR -> indicator();
      case SCORE -> List.of(MODEL, DIMENSION, PRINTED_CLASS);
      case ASSESSMENT, DISTRIBUTION, FINDING -> List.of();
    };
  }

  private static List<FactWord<?>> indicator() {
    List<FactWord<?>> words = new ArrayList<>();
    words.addAll(List.of(INDICATOR, PREVIOUS_INDICATOR, INDICATOR_NUMBER, INDICATOR_NAME));
    words.addAll(List.of(LEVEL, OBJECTIVE, FREQUENCY, DEFINITION, SERIES, UNIT));
    words.addAll(List.of(QUARTER, MONTH, REPORTING_UNIT, DIRECTION, BASELINE_YEAR));
    words.addAll(List.of(TARGET_TYPE, TARGET_YEAR, PLAN));
    words.addAll(List.of(PROGRESS_CLASS, INTERIM_CLASS, TREND_CLASS, LIGHT_CLASS, STATUS));
    return List.copyOf(words);
  }
}
