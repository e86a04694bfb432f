package org.avance.load;

import static org.avance.load.StagingColumn.column;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.avance.model.Fact;
import org.avance.model.Indicator;
import org.avance.model.Label;
import org.avance.model.Programme;

/**
 * The staging columns that say which indicator a fact is of, alike for every kind of fact that is
 * of one.
 */
final class IndicatorColumns {
  private static final String CODE = "VARCHAR(40) NOT NULL";
  private static final String SHORT = "VARCHAR(100) NOT NULL";
  private static final String TEXT = "VARCHAR(200) NOT NULL";
  private static final String NAME = "VARCHAR(1000) NOT NULL";

  /** Not VARCHAR: a row of them would be longer than a row may be. */
  static final String PROSE = "TEXT NOT NULL";

  /** Already without case and accents; the collation would take more for one, as ß for ss. */
  private static final String LABEL = "VARCHAR(200) COLLATE utf8mb4_bin NOT NULL";

  private static final String HASH = "CHAR(32) CHARACTER SET ascii NOT NULL";

  private IndicatorColumns() {}

  /**
   * @param unit unit of measure as printed; empty for facts that have none
   */
  static <F extends Fact> List<StagingColumn<F>> of(
      Function<F, Indicator> indicator, Function<F, String> unit) {
    Function<StagedFact<F>, Indicator> of = f -> indicator.apply(f.fact());
    return List.of(
        column("owner_system", CODE, f -> f.fact().programme().codeSystem()),
        column("owner_agency", CODE, f -> f.fact().programme().agencyCode()),
        column("owner_programme", CODE, f -> f.fact().programme().code()),
        column(
            "identity_hash",
            HASH,
            f -> identityHash(f.fact().programme(), of.apply(f), unit.apply(f.fact()))),
        column("indicator_code", TEXT, f -> of.apply(f).code()),
        column("previous_code", TEXT, f -> of.apply(f).previousCode()),
        column("indicator_number", CODE, f -> of.apply(f).number()),
        column("indicator_name", NAME, f -> of.apply(f).name()),
        column("level", SHORT, f -> of.apply(f).level()),
        column("objective", PROSE, f -> of.apply(f).objective()),
        column("objective_hash", HASH, f -> StagedFact.labelHash(of.apply(f).objective())),
        column("frequency", SHORT, f -> of.apply(f).frequency()),
        column("definition", PROSE, f -> of.apply(f).definition()),
        column("unit_code", LABEL, f -> Label.normal(unit.apply(f.fact()))),
        column("unit_label", TEXT, f -> unit.apply(f.fact())));
  }

  /** The label as printed, and the code of the class it names; empty where it names none. */
  static <F extends Fact> List<StagingColumn<F>> printed(
      String axis, Function<F, String> label, Function<String, Optional<? extends Enum<?>>> named) {
    return List.of(
        column("printed_" + axis, TEXT, f -> label.apply(f.fact())),
        column(
            "printed_" + axis + "_code",
            CODE,
            f -> named.apply(label.apply(f.fact())).map(Enum::name).orElse("")));
  }

  /** What of a programme tells its indicators from another's. */
  static List<String> owner(Programme programme) {
    return List.of(programme.codeSystem(), programme.agencyCode(), programme.code());
  }

  /** What a feed says an indicator is; which one it is over the years is settled later. */
  private static String identityHash(Programme programme, Indicator indicator, String unit) {
    return StagedFact.hash(
        List.of(
            Label.normal(programme.codeSystem()),
            Label.normal(programme.agencyCode()),
            Label.normal(programme.code()),
            Label.normal(indicator.code()),
            Label.normal(indicator.level()),
            Label.normal(indicator.name()),
            Label.normal(unit)));
  }

  /** Of the natural key: a code identifies by itself; without one, level and name do. */
  static List<String> key(Indicator indicator) {
    String code = Label.normal(indicator.code());
    return code.isEmpty()
        ? List.of(Label.normal(indicator.level()), Label.normal(indicator.name()))
        : List.of(code, "");
  }
}
