package org.avance.load;

import static org.avance.load.StagingColumn.column;

import java.math.BigDecimal;
import java.util.List;
import org.avance.model.Distribution;
import org.avance.model.FactKind;
import org.avance.model.Label;
import org.jspecify.annotations.Nullable;

/** Staging of the cells of sheets' distributions. */
final class DistributionShape {
  private static final String CODE = "VARCHAR(40) NOT NULL";
  private static final String HASH = StagedFact.HASH + " NOT NULL";

  static final StagingShape<Distribution> SHAPE =
      StagingShape.of(
          FactKind.DISTRIBUTION,
          List.of(
              column("key_hash", HASH, f -> f.keyHash(naturalKey(f.fact()))),
              column(
                  "content_hash",
                  HASH,
                  f -> f.contentHash(() -> naturalKey(f.fact()), attributes(f.fact()))),
              column("focus", CODE, f -> f.fact().focus()),
              column("distribution_class", CODE, f -> f.fact().progress()),
              column("percent", "DECIMAL(30,10) NULL", f -> percent(f.fact())),
              column("printed", "VARCHAR(200) NOT NULL", f -> f.fact().printed())));

  private DistributionShape() {}

  private static @Nullable BigDecimal percent(Distribution fact) {
    return fact.percent().<@Nullable BigDecimal>fold(given -> given, missing -> null);
  }

  private static List<String> naturalKey(Distribution fact) {
    return List.of(
        Label.normal(fact.programme().codeSystem()),
        Label.normal(fact.programme().agencyCode()),
        Label.normal(fact.programme().code()),
        Integer.toString(fact.year()),
        fact.focus().name(),
        fact.progress().name());
  }

  private static List<String> attributes(Distribution fact) {
    return List.of(fact.percent().toString(), fact.printed());
  }
}
