package org.avance.load;

import static org.avance.load.StagingColumn.column;

import java.util.List;
import org.avance.model.FactKind;
import org.avance.model.Finding;
import org.avance.model.Label;

/** Staging of findings. */
final class FindingShape {
  private static final String HASH = StagedFact.HASH + " NOT NULL";

  static final StagingShape<Finding> SHAPE =
      StagingShape.of(
          FactKind.FINDING,
          List.of(
              column("key_hash", HASH, f -> f.keyHash(naturalKey(f.fact()))),
              column(
                  "content_hash",
                  HASH,
                  f -> f.contentHash(() -> naturalKey(f.fact()), List.of(f.fact().text()))),
              column("finding_kind", "VARCHAR(40) NOT NULL", f -> f.fact().type()),
              column(
                  "subject_code",
                  "VARCHAR(200) COLLATE utf8mb4_bin NOT NULL",
                  f -> StagedFact.labelCode(f.fact().subject())),
              column("subject", "VARCHAR(1000) NOT NULL", f -> f.fact().subject()),
              column("number", "INT UNSIGNED NOT NULL", f -> f.fact().number()),
              column("text", "MEDIUMTEXT NOT NULL", f -> f.fact().text())));

  private FindingShape() {}

  private static List<String> naturalKey(Finding fact) {
    return List.of(
        Label.normal(fact.programme().codeSystem()),
        Label.normal(fact.programme().agencyCode()),
        Label.normal(fact.programme().code()),
        Integer.toString(fact.year()),
        fact.type().name(),
        StagedFact.labelCode(fact.subject()),
        Integer.toString(fact.number()));
  }
}
