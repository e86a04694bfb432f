package org.avance.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.avance.model.Assessment;
import org.avance.model.Budget;
import org.avance.model.BudgetStage;
import org.avance.model.Caveat;
import org.avance.model.Component;
import org.avance.model.Coverage;
import org.avance.model.CriterionMark;
import org.avance.model.Direction;
import org.avance.model.Distribution;
import org.avance.model.DistributionClass;
import org.avance.model.Finding;
import org.avance.model.FindingKind;
import org.avance.model.Geography;
import org.avance.model.Goals;
import org.avance.model.Indicator;
import org.avance.model.IndicatorFocus;
import org.avance.model.IndicatorQuality;
import org.avance.model.IndicatorRole;
import org.avance.model.IndicatorValue;
import org.avance.model.LightLimits;
import org.avance.model.MissingReason;
import org.avance.model.Period;
import org.avance.model.PopulationKind;
import org.avance.model.PriceBasis;
import org.avance.model.PrintedClasses;
import org.avance.model.Programme;
import org.avance.model.QualityCriterion;
import org.avance.model.Sex;
import org.avance.model.Stated;
import org.avance.model.Target;

/** Facts as evaluation sheets state them, told in few words. */
final class SheetFacts {
  static final Programme PLAN =
      new Programme("PEF", "51", "PI", "Programa institucional", "ISSSTE");

  static final Programme E045 = new Programme("PEF", "51", "E045", "", "");

  private static final Stated.Missing<BigDecimal> NOTHING =
      new Stated.Missing<>(MissingReason.BLANK, "");

  private SheetFacts() {}

  /** An indicator with its objective; its code is its number. */
  static Indicator indicator(String number, String name) {
    return new Indicator("", "", number, name, "", "Objetivo " + number.charAt(0), "", "");
  }

  /**
   * @param marks one letter a criterion in the order of the enum: {@code +} met, {@code !} warned
   *     of, {@code .} not marked
   */
  static Assessment assessment(
      String number, String quality, String marks, String interim, String progress) {
    return new Assessment(
        PLAN,
        2021,
        Geography.NATION,
        indicator(number, "Indicador " + number),
        IndicatorRole.PARAMETER,
        progress.equals("Sentido constante") ? Direction.CONSTANT : Direction.ASCENDING,
        quality(quality),
        marks(marks),
        "",
        focus(progress),
        IndicatorFocus.MANAGEMENT,
        new Assessment.Printed("Parámetro", "Ascendente", quality, interim, progress),
        false,
        "",
        Set.of(),
        "",
        "criterios");
  }

  /** Labels that can't be assigned to one indicator. */
  static Assessment ambiguous(Assessment of, String note) {
    return new Assessment(
        of.programme(),
        of.year(),
        of.geography(),
        of.indicator(),
        IndicatorRole.UNKNOWN,
        Direction.UNKNOWN,
        IndicatorQuality.UNKNOWN,
        of.marks(),
        of.otherMarks(),
        of.focus(),
        of.suggestedFocus(),
        new Assessment.Printed("", "", "", of.printed().interim(), of.printed().progress()),
        true,
        note,
        of.assumed(),
        of.recordKey(),
        of.valueColumn());
  }

  private static IndicatorQuality quality(String label) {
    for (IndicatorQuality quality : IndicatorQuality.values()) {
      if (quality.officialLabel().equals(label)) {
        return quality;
      }
    }
    return IndicatorQuality.UNKNOWN;
  }

  private static Map<QualityCriterion, CriterionMark> marks(String letters) {
    Map<QualityCriterion, CriterionMark> marks = new EnumMap<>(QualityCriterion.class);
    for (int i = 0; i < letters.length(); i++) {
      if (letters.charAt(i) != '.') {
        marks.put(
            QualityCriterion.values()[i],
            letters.charAt(i) == '+' ? CriterionMark.MET : CriterionMark.WARNING);
      }
    }
    return marks;
  }

  /** As the matrix leaves it: only these classes occur under one focus alone. */
  private static IndicatorFocus focus(String progress) {
    return switch (progress) {
      case "Superado", "Adecuado", "Rezagado", "Sentido constante" -> IndicatorFocus.MANAGEMENT;
      default -> IndicatorFocus.UNKNOWN;
    };
  }

  static Distribution cell(IndicatorFocus focus, DistributionClass column, int count, int percent) {
    return new Distribution(
        PLAN,
        2021,
        Geography.NATION,
        focus,
        column,
        Stated.given(BigDecimal.valueOf(count)),
        Stated.given(BigDecimal.valueOf(percent)),
        count + ", " + percent + "%",
        Set.of(),
        "",
        column.officialLabel());
  }

  /** A row of the matrix: counts by class without their total, then percentages with it. */
  static List<Distribution> row(IndicatorFocus focus, int[] counts, int[] percents) {
    List<Distribution> row = new ArrayList<>();
    int total = 0;
    for (int i = 0; i < counts.length; i++) {
      row.add(cell(focus, DistributionClass.values()[i], counts[i], percents[i]));
      total += counts[i];
    }
    row.add(cell(focus, DistributionClass.TOTAL, total, percents[counts.length]));
    return row;
  }

  static Finding finding(FindingKind kind, String subject, int number, String text) {
    return finding(kind, subject, number, text, Stated.missing(MissingReason.BLANK, ""));
  }

  static Finding commitment(int number, String text, int percent) {
    return finding(
        FindingKind.IMPROVEMENT_COMMITMENT,
        "",
        number,
        text,
        Stated.given(BigDecimal.valueOf(percent)));
  }

  private static Finding finding(
      FindingKind kind, String subject, int number, String text, Stated<BigDecimal> done) {
    return new Finding(
        PLAN, 2021, Geography.NATION, kind, subject, number, text, done, Set.of(), "", "avance");
  }

  /** All classes that the institutional programme's sheet of 2020-2021 prints. */
  static List<Assessment> fifteen() {
    return List.of(
        assessment("1.1", "", ".....", "No alcanzada", "Muy rezagado"),
        assessment("1.2", "", ".....", "Retroceso", "Muy rezagado"),
        assessment("1.3", "", ".....", "Alcanzada", "Avanzado"),
        assessment("2.1", "", ".....", "Alcanzada", "Superado"),
        assessment("2.2", "", ".....", "Alcanzada", "Superado"),
        assessment("2.3", "", ".....", "No alcanzada", "Rezagado"),
        assessment("3.1", "", ".....", "Largo muy superado", "Superado"),
        assessment("3.2", "", ".....", "Alcanzada", "Sentido constante"),
        assessment("3.3", "", ".....", "No alcanzada", "Sentido constante"),
        assessment("4.1", "Oportunidad de mejora", "++++!", "Logro muy superado", "Superado"),
        assessment("4.2", "Oportunidad de mejora", "!+!+!", "Alcanzada", "Superado"),
        assessment(
            "4.3", "Oportunidad de mejora", "!++!!", "Logro muy superado", "Sentido constante"),
        assessment("5.1", "Moderado", "++++!", "Alcanzada", "Adecuado"),
        assessment("5.2", "Oportunidad de mejora", "+++!!", "No alcanzada", "Muy rezagado"),
        assessment("5.3", "Adecuado", "++++!", "Logro muy superado", "Avanzado"));
  }

  /** Its matrix, with its totals. */
  static List<Distribution> matrix() {
    List<Distribution> cells = new ArrayList<>();
    cells.addAll(
        row(
            IndicatorFocus.RESULTS,
            new int[] {0, 1, 0, 0, 0, 1, 0},
            new int[] {0, 7, 0, 0, 0, 7, 0, 13}));
    cells.addAll(
        row(
            IndicatorFocus.COORDINATION,
            new int[] {0, 1, 0, 0, 0, 0, 0},
            new int[] {0, 7, 0, 0, 0, 0, 0, 7}));
    cells.addAll(
        row(
            IndicatorFocus.MANAGEMENT,
            new int[] {5, 0, 1, 0, 1, 2, 3},
            new int[] {33, 0, 7, 0, 7, 13, 20, 80}));
    cells.addAll(
        row(
            IndicatorFocus.TOTAL,
            new int[] {5, 2, 1, 0, 1, 3, 3},
            new int[] {33, 13, 7, 0, 7, 20, 20, 100}));
    return cells;
  }

  static Assessment inYear(int year, Assessment of) {
    return new Assessment(
        of.programme(),
        year,
        of.geography(),
        of.indicator(),
        of.role(),
        of.direction(),
        of.quality(),
        of.marks(),
        of.otherMarks(),
        of.focus(),
        of.suggestedFocus(),
        of.printed(),
        of.ambiguous(),
        of.note(),
        of.assumed(),
        of.recordKey(),
        of.valueColumn());
  }

  static Assessment coded(Assessment of, String code) {
    Indicator known = of.indicator();
    return new Assessment(
        of.programme(),
        of.year(),
        of.geography(),
        new Indicator(code, "", known.number(), known.name(), "", known.objective(), "", ""),
        of.role(),
        of.direction(),
        of.quality(),
        of.marks(),
        of.otherMarks(),
        of.focus(),
        of.suggestedFocus(),
        of.printed(),
        of.ambiguous(),
        of.note(),
        of.assumed(),
        of.recordKey(),
        of.valueColumn());
  }

  /** What another part of the same document says of an indicator. */
  static IndicatorValue value(String code, String name, String unit, String figure) {
    return new IndicatorValue(
        PLAN,
        new Indicator(code, "", "", name, "", "", "", ""),
        "",
        2021,
        Period.YEAR,
        Geography.NATION,
        "",
        unit,
        Direction.ASCENDING,
        Stated.given(new BigDecimal(figure)),
        new Goals(NOTHING, 0, Target.none(NOTHING), NOTHING, NOTHING),
        NOTHING,
        NOTHING,
        new LightLimits(NOTHING, NOTHING),
        PrintedClasses.NONE,
        "",
        false,
        Stated.missing(MissingReason.BLANK, ""),
        "",
        Set.of(),
        "",
        "valor");
  }

  /** Programme E045's population served in 2017. */
  static Coverage served(String figure, Set<Caveat> caveats) {
    return served(Component.WHOLE, "Personas", figure, caveats);
  }

  static Coverage served(Component component, String unit, String figure, Set<Caveat> caveats) {
    return new Coverage(
        E045,
        2017,
        PopulationKind.SERVED,
        Sex.TOTAL,
        Geography.NATION,
        component,
        unit,
        Stated.given(new BigDecimal(figure)),
        Stated.missing(MissingReason.BLANK, ""),
        "",
        "",
        "",
        "",
        caveats,
        Set.of(),
        "",
        "PA");
  }

  /** What programme E045 exercised. */
  static Budget exercised(int year, PriceBasis prices, String pesos) {
    return new Budget(
        E045,
        year,
        Period.YEAR,
        year,
        BudgetStage.EXERCISED,
        "",
        Geography.NATION,
        prices,
        Stated.given(new BigDecimal(pesos)),
        Stated.missing(MissingReason.BLANK, ""),
        "",
        Set.of(),
        "",
        "Ejercido");
  }
}
