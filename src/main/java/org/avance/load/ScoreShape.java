package org.avance.load;

import static org.avance.load.StagingColumn.column;

import java.util.List;
import org.avance.model.FactKind;
import org.avance.model.Label;
import org.avance.model.Score;

/** Staging of scores. */
final class ScoreShape {
  /** Already without case and accents; the collation would take more for one, as ß for ss. */
  private static final String LABEL = "VARCHAR(100) COLLATE utf8mb4_bin NOT NULL";

  private static final String TEXT = "VARCHAR(100) NOT NULL";
  private static final String HASH = StagedFact.HASH + " NOT NULL";

  static final StagingShape<Score> SHAPE =
      StagingShape.of(
          FactKind.SCORE,
          List.of(
              column("key_hash", HASH, f -> f.keyHash(naturalKey(f.fact()))),
              column(
                  "content_hash",
                  HASH,
                  f -> f.contentHash(() -> naturalKey(f.fact()), attributes(f.fact()))),
              column("model_code", LABEL, f -> Label.normal(f.fact().model())),
              column("model", TEXT, f -> f.fact().model()),
              column("dimension_code", LABEL, f -> Label.normal(f.fact().dimension())),
              column("dimension", TEXT, f -> f.fact().dimension()),
              column("printed_class", "VARCHAR(200) NOT NULL", f -> f.fact().printedClass()),
              column("as_of", "DATE NULL", f -> StagedFact.date(f.fact().asOf())),
              column("note", "VARCHAR(4000) NOT NULL", f -> f.fact().note())));

  private ScoreShape() {}

  /** Codes and labels that the warehouse's collation takes for one are one here, too. */
  private static List<String> naturalKey(Score fact) {
    return List.of(
        Label.normal(fact.programme().codeSystem()),
        Label.normal(fact.programme().agencyCode()),
        Label.normal(fact.programme().code()),
        Integer.toString(fact.year()),
        Label.normal(fact.model()),
        Label.normal(fact.dimension()),
        fact.geography().code());
  }

  private static List<String> attributes(Score fact) {
    return List.of(fact.printedClass(), fact.asOf().toString(), fact.note());
  }
}
