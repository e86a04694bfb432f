package org.avance.load;

import static org.avance.load.StagingColumn.column;

import java.math.BigDecimal;
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
  private static final String CODE = "VARCHAR(40) NOT NULL";
  private static final String SHORT = "VARCHAR(100) NOT NULL";
  private static final String TEXT = "VARCHAR(200) NOT NULL";
  private static final String NAME = "VARCHAR(1000) NOT NULL";

  /** Not VARCHAR: a row of them would be longer than a row may be. */
  private static final String PROSE = "TEXT NOT NULL";

  private static final String YEAR = "SMALLINT UNSIGNED NOT NULL";
  private static final String FLAG = "TINYINT UNSIGNED NOT NULL";
  private static final String FIGURE = "DECIMAL(30,10) NULL";

  /** Already without case and accents; the collation would take more for one, as ß for ss. */
  private static final String LABEL = "VARCHAR(200) COLLATE utf8mb4_bin NOT NULL";

  private static final String HASH = "CHAR(32) CHARACTER SET ascii NOT NULL";

  static final StagingShape<IndicatorValue> SHAPE = StagingShape.of(FactKind.INDICATOR, columns());

  private IndicatorShape() {}

  private static List<StagingColumn<IndicatorValue>> columns() {
    List<StagingColumn<IndicatorValue>> all = new ArrayList<>();
    all.add(column("key_hash", HASH, f -> f.keyHash(naturalKey(f.fact()))));
    all.add(
        column(
            "content_hash", HASH, f -> f.contentHash(naturalKey(f.fact()), attributes(f.fact()))));
    all.add(column("identity_hash", HASH, f -> identityHash(f.fact())));
    identity(all);
    all.add(column("series_code", LABEL, f -> Label.normal(f.fact().series())));
    all.add(column("series_label", TEXT, f -> f.fact().series()));
    all.add(column("unit_code", LABEL, f -> Label.normal(f.fact().unit())));
    all.add(column("unit_label", TEXT, f -> f.fact().unit()));
    all.add(column("period_type", CODE, f -> f.fact().period().type()));
    all.add(column("period_number", FLAG, f -> f.fact().period().number()));
    all.add(column("reporting_unit_code", LABEL, f -> Label.normal(f.fact().reportingUnit())));
    all.add(column("reporting_unit_label", TEXT, f -> f.fact().reportingUnit()));
    all.add(column("direction", CODE, f -> f.fact().direction()));
    goals(all);
    classes(all);
    all.add(column("plan", "VARCHAR(60) NOT NULL", f -> f.fact().plan()));
    all.add(column("is_partial", FLAG, f -> f.fact().partial() ? 1 : 0));
    all.add(column("as_of", "DATE NULL", f -> StagedFact.date(f.fact().asOf())));
    all.add(column("note", PROSE, f -> f.fact().note()));
    return List.copyOf(all);
  }

  private static void identity(List<StagingColumn<IndicatorValue>> all) {
    all.add(column("indicator_code", TEXT, f -> indicator(f).code()));
    all.add(column("previous_code", TEXT, f -> indicator(f).previousCode()));
    all.add(column("indicator_number", CODE, f -> indicator(f).number()));
    all.add(column("indicator_name", NAME, f -> indicator(f).name()));
    all.add(column("level", SHORT, f -> indicator(f).level()));
    all.add(column("objective", PROSE, f -> indicator(f).objective()));
    all.add(column("objective_hash", HASH, f -> StagedFact.labelHash(indicator(f).objective())));
    all.add(column("frequency", SHORT, f -> indicator(f).frequency()));
    all.add(column("definition", PROSE, f -> indicator(f).definition()));
  }

  private static void goals(List<StagingColumn<IndicatorValue>> all) {
    all.add(figure("baseline", Goals::baseline));
    all.add(column("baseline_year", YEAR, f -> goals(f).baselineYear()));
    all.add(column("target_type", CODE, f -> goals(f).target().type()));
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
    printed("progress", PrintedClasses::progress, PrintedLabels::progress, all);
    printed("interim", PrintedClasses::interim, PrintedLabels::interim, all);
    printed("trend", PrintedClasses::trend, PrintedLabels::trend, all);
    printed("light", PrintedClasses::light, PrintedLabels::light, all);
    all.add(column("status", TEXT, f -> f.fact().printed().status()));
  }

  /** The label as printed, and the code of the class it names; empty where it names none. */
  private static void printed(
      String axis,
      Function<PrintedClasses, String> label,
      Function<String, Optional<? extends Enum<?>>> named,
      List<StagingColumn<IndicatorValue>> all) {
    all.add(column("printed_" + axis, TEXT, f -> label.apply(f.fact().printed())));
    all.add(
        column(
            "printed_" + axis + "_code",
            CODE,
            f -> named.apply(label.apply(f.fact().printed())).map(Enum::name).orElse("")));
  }

  private static StagingColumn<IndicatorValue> figure(
      String name, Function<Goals, Stated<BigDecimal>> goal) {
    return column(name, FIGURE, f -> figure(goal.apply(goals(f))));
  }

  private static @Nullable BigDecimal figure(Stated<BigDecimal> stated) {
    return stated.<@Nullable BigDecimal>fold(given -> given, missing -> null);
  }

  private static Indicator indicator(StagedFact<IndicatorValue> staged) {
    return staged.fact().indicator();
  }

  private static Goals goals(StagedFact<IndicatorValue> staged) {
    return staged.fact().goals();
  }

  /** What a feed says an indicator is; which one it is over the years is settled later. */
  private static String identityHash(IndicatorValue fact) {
    Indicator indicator = fact.indicator();
    return StagedFact.hash(
        List.of(
            Label.normal(fact.programme().codeSystem()),
            Label.normal(fact.programme().agencyCode()),
            Label.normal(fact.programme().code()),
            Label.normal(indicator.code()),
            Label.normal(indicator.level()),
            Label.normal(indicator.name()),
            Label.normal(fact.unit())));
  }

  /** A code identifies by itself; without one, level and name do. */
  private static List<String> naturalKey(IndicatorValue fact) {
    Indicator indicator = fact.indicator();
    String code = Label.normal(indicator.code());
    boolean coded = !code.isEmpty();
    return List.of(
        Label.normal(fact.programme().codeSystem()),
        Label.normal(fact.programme().agencyCode()),
        Label.normal(fact.programme().code()),
        coded ? code : Label.normal(indicator.level()),
        coded ? "" : Label.normal(indicator.name()),
        Label.normal(fact.series()),
        Label.normal(fact.unit()),
        Integer.toString(fact.year()),
        fact.period().toString(),
        fact.geography().code(),
        Label.normal(fact.reportingUnit()));
  }

  private static List<String> attributes(IndicatorValue fact) {
    return List.of(
        fact.indicator().toString(),
        fact.direction().name(),
        fact.goals().toString(),
        fact.numerator().toString(),
        fact.denominator().toString(),
        fact.limits().toString(),
        fact.printed().toString(),
        fact.plan(),
        fact.asOf().toString(),
        fact.note());
  }
}
