package org.avance.load;

import static org.avance.load.StagingColumn.column;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.avance.model.FactKind;
import org.avance.model.Goals;
import org.avance.model.Indicator;
import org.avance.model.IndicatorValue;
import org.avance.model.Label;
import org.avance.model.PrintedClasses;
import org.avance.model.PrintedLabels;
import org.avance.model.Stated;
import org.jspecify.annotations.Nullable;

/** Staging of indicator values. */
final class IndicatorShape {
  private static final String TEXT = "VARCHAR(200) NOT NULL";
  private static final String NAME = "VARCHAR(1000) NOT NULL";

  private static final String YEAR = "SMALLINT UNSIGNED NOT NULL";
  private static final String FLAG = "TINYINT UNSIGNED NOT NULL";
  private static final String FIGURE = "DECIMAL(30,10) NULL";

  /** Already without case and accents; the collation would take more for one, as ß for ss. */
  private static final String LABEL = "VARCHAR(200) COLLATE utf8mb4_bin NOT NULL";

  private static final String HASH = StagedFact.HASH + " NOT NULL";

  static final StagingShape<IndicatorValue> SHAPE =
      StagingShape.of(
          FactKind.INDICATOR,
          columns(),
          new StagingShape.Statement<>(fact -> SaidAlike.of(fact).said(), statedColumns()));

  private IndicatorShape() {}

  private static List<StagingColumn<IndicatorValue>> columns() {
    List<StagingColumn<IndicatorValue>> all = new ArrayList<>();
    all.add(column("key_hash", HASH, f -> f.keyHash(naturalKey(f.fact()))));
    all.add(
        column(
            "content_hash",
            HASH,
            f -> f.contentHash(() -> naturalKey(f.fact()), attributes(f.fact()))));
    all.add(column("period_type", list("dim_period_type"), f -> f.fact().period().type()));
    all.add(column("period_number", FLAG, f -> f.fact().period().number()));
    all.add(column("direction", list("dim_direction"), f -> f.fact().direction()));
    goals(all);
    classes(all);
    all.add(column("plan", "VARCHAR(60) NOT NULL", f -> f.fact().plan()));
    all.add(column("is_partial", FLAG, f -> f.fact().partial() ? 1 : 0));
    all.add(column("as_of", "DATE NULL", f -> StagedFact.date(f.fact().asOf())));
    all.add(column("note", IndicatorColumns.PROSE, f -> f.fact().note()));
    return List.copyOf(all);
  }

  private static List<StagingColumn<IndicatorValue>> statedColumns() {
    List<StagingColumn<IndicatorValue>> all =
        new ArrayList<>(IndicatorColumns.of(IndicatorValue::indicator, IndicatorValue::unit));
    all.add(column("series_code", LABEL, f -> Label.normal(f.fact().series())));
    all.add(column("series_label", TEXT, f -> f.fact().series()));
    all.add(column("reporting_unit_code", LABEL, f -> Label.normal(f.fact().reportingUnit())));
    all.add(column("reporting_unit_label", TEXT, f -> f.fact().reportingUnit()));
    return List.copyOf(all);
  }

  /** A statement of which indicator, series and reporting unit a figure is. */
  private record Said(
      List<String> owner, Indicator indicator, String unit, String series, String reportingUnit) {}

  /** Which indicator, series and reporting unit a figure is of: equal for those of one. */
  static Object stated(IndicatorValue fact) {
    return new Said(
        IndicatorColumns.owner(fact.programme()),
        fact.indicator(),
        fact.unit(),
        fact.series(),
        fact.reportingUnit());
  }

  /** Digest of the same, to the letter. */
  static String statementHash(IndicatorValue fact) {
    List<String> said = new ArrayList<>(IndicatorColumns.owner(fact.programme()));
    said.addAll(SaidAlike.texts(fact.indicator()));
    said.addAll(List.of(fact.unit(), fact.series(), fact.reportingUnit()));
    return StagedFact.hash(said);
  }

  private static String list(String dimension) {
    return ClosedLists.type(dimension) + " NOT NULL";
  }

  private static void goals(List<StagingColumn<IndicatorValue>> all) {
    all.add(figure("baseline", Goals::baseline));
    all.add(column("baseline_year", YEAR, f -> goals(f).baselineYear()));
    all.add(column("target_type", list("dim_target_type"), f -> goals(f).target().type()));
    all.add(figure("target_min", goals -> goals.target().min()));
    all.add(figure("target_max", goals -> goals.target().max()));
    all.add(column("target_due_year", YEAR, f -> goals(f).target().dueYear()));
    all.add(column("target_text", NAME, f -> goals(f).target().text()));
    all.add(figure("interim_target", Goals::interim));
    all.add(figure("adjusted_target", Goals::adjusted));
    all.add(column("numerator", FIGURE, f -> figure(f.fact().numerator())));
    all.add(column("denominator", FIGURE, f -> figure(f.fact().denominator())));
    all.add(column("green_up_to", FIGURE, f -> figure(f.fact().limits().greenUpTo())));
    all.add(column("yellow_up_to", FIGURE, f -> figure(f.fact().limits().yellowUpTo())));
  }

  private static void classes(List<StagingColumn<IndicatorValue>> all) {
    all.addAll(
        printed(
            "progress", "dim_progress_class", PrintedClasses::progress, PrintedLabels::progress));
    all.addAll(
        printed("interim", "dim_interim_outcome", PrintedClasses::interim, PrintedLabels::interim));
    all.addAll(printed("trend", "dim_trend", PrintedClasses::trend, PrintedLabels::trend));
    all.addAll(printed("light", "dim_traffic_light", PrintedClasses::light, PrintedLabels::light));
    all.add(column("status", TEXT, f -> f.fact().printed().status()));
  }

  /** The label as printed, and the class it names; NULL where it names none. */
  private static List<StagingColumn<IndicatorValue>> printed(
      String axis,
      String dimension,
      Function<PrintedClasses, String> label,
      Function<String, Optional<? extends Enum<?>>> named) {
    return List.of(
        column("printed_" + axis, TEXT, f -> label.apply(f.fact().printed())),
        column(
            "printed_" + axis + "_code",
            ClosedLists.type(dimension) + " NULL",
            f -> code(named, label.apply(f.fact().printed()))));
  }

  private static @Nullable String code(
      Function<String, Optional<? extends Enum<?>>> named, String label) {
    return label.isEmpty() ? null : named.apply(label).map(Enum::name).orElse(null);
  }

  private static StagingColumn<IndicatorValue> figure(
      String name, Function<Goals, Stated<BigDecimal>> goal) {
    return column(name, FIGURE, f -> figure(goal.apply(goals(f))));
  }

  private static @Nullable BigDecimal figure(Stated<BigDecimal> stated) {
    return stated.<@Nullable BigDecimal>fold(given -> given, missing -> null);
  }

  private static Goals goals(StagedFact<IndicatorValue> staged) {
    return staged.fact().goals();
  }

  private static List<String> naturalKey(IndicatorValue fact) {
    SaidAlike alike = SaidAlike.of(fact);
    return List.of(
        alike.key(),
        Integer.toString(fact.year()),
        fact.period().type().name(),
        Integer.toString(fact.period().number()),
        fact.geography().code(),
        alike.reportingUnit());
  }

  private static List<Object> attributes(IndicatorValue fact) {
    List<Object> said = new ArrayList<>(48);
    said.add(SaidAlike.of(fact).texts());
    said.add(fact.direction().name());
    said(fact.goals(), said);
    said(fact.numerator(), said);
    said(fact.denominator(), said);
    said(fact.limits().greenUpTo(), said);
    said(fact.limits().yellowUpTo(), said);
    said(fact.printed(), said);
    said.add(fact.plan());
    said.add(fact.asOf().<String>fold(LocalDate::toString, Stated.Missing::officialText));
    said.add(fact.note());
    return said;
  }

  private static void said(Goals goals, List<Object> said) {
    said(goals.baseline(), said);
    said.add(Integer.toString(goals.baselineYear()));
    said.add(goals.target().type().name());
    said(goals.target().min(), said);
    said(goals.target().max(), said);
    said.add(goals.target().text());
    said.add(Integer.toString(goals.target().dueYear()));
    said(goals.interim(), said);
    said(goals.adjusted(), said);
  }

  private static void said(PrintedClasses printed, List<Object> said) {
    said.add(printed.progress());
    said.add(printed.interim());
    said.add(printed.trend());
    said.add(printed.light());
    said.add(printed.status());
  }

  private static void said(Stated<BigDecimal> figure, List<Object> said) {
    said.add(figure.<String>fold(given -> "", missing -> missing.reason().name()));
    said.add(figure.<Object>fold(given -> given, Stated.Missing::officialText));
  }
}
