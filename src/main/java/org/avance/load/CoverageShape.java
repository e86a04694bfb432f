package org.avance.load;

import static org.avance.load.StagingColumn.column;

import java.util.List;
import java.util.stream.Collectors;
import org.avance.model.Coverage;
import org.avance.model.FactKind;
import org.avance.model.Label;

/** Staging of coverage facts. */
final class CoverageShape {
  private static final String CODE = "VARCHAR(40) NOT NULL";
  private static final String TEXT = "VARCHAR(4000) NOT NULL";

  /** Already without case and accents; the collation would take more for one, as ß for ss. */
  private static final String LABEL = "VARCHAR(200) COLLATE utf8mb4_bin NOT NULL";

  private static final String HASH = StagedFact.HASH + " NOT NULL";

  static final StagingShape<Coverage> SHAPE =
      StagingShape.of(
          FactKind.COVERAGE,
          List.of(
              column("key_hash", HASH, f -> f.keyHash(naturalKey(f.fact()))),
              column(
                  "content_hash",
                  HASH,
                  f -> f.contentHash(() -> naturalKey(f.fact()), attributes(f.fact()))),
              column("population", CODE, f -> f.fact().population()),
              column("sex", CODE, f -> f.fact().sex()),
              column(
                  "is_whole",
                  "TINYINT UNSIGNED NOT NULL",
                  f -> f.fact().component().whole() ? 1 : 0),
              column("component_code", LABEL, f -> componentCode(f.fact())),
              column("component_name", "VARCHAR(500) NOT NULL", f -> f.fact().component().name()),
              column("unit_code", LABEL, f -> Label.normal(f.fact().unit())),
              column("unit_label", "VARCHAR(200) NOT NULL", f -> f.fact().unit()),
              column("as_of", "DATE NULL", f -> StagedFact.date(f.fact().asOf())),
              column("definition", TEXT, f -> f.fact().definition()),
              column("population_type", "VARCHAR(200) NOT NULL", f -> f.fact().populationType()),
              column(
                  "definition_hash",
                  HASH,
                  f ->
                      StagedFact.labelHash(
                          f.fact().definition() + " | " + f.fact().populationType())),
              column("source", TEXT, f -> f.fact().source()),
              column("note", TEXT, f -> f.fact().note()),
              column("caveats", "VARCHAR(100) NOT NULL", f -> caveats(f.fact()))));

  private CoverageShape() {}

  private static String componentCode(Coverage fact) {
    return StagedFact.labelCode(fact.component().name());
  }

  /** Codes and labels that the warehouse's collation takes for one are one here, too. */
  private static List<String> naturalKey(Coverage fact) {
    return List.of(
        Label.normal(fact.programme().codeSystem()),
        Label.normal(fact.programme().agencyCode()),
        Label.normal(fact.programme().code()),
        fact.component().whole() ? "whole" : "part " + Label.normal(fact.unit()),
        componentCode(fact),
        Integer.toString(fact.year()),
        fact.population().name(),
        fact.sex().name(),
        fact.geography().code());
  }

  private static String caveats(Coverage fact) {
    return fact.caveats().stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  private static List<String> attributes(Coverage fact) {
    return List.of(
        fact.asOf().toString(),
        fact.definition(),
        fact.populationType(),
        fact.source(),
        fact.note(),
        caveats(fact));
  }
}
