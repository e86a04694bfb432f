package org.avance.load;

import static org.avance.load.StagingColumn.column;

import java.util.List;
import org.avance.model.Budget;
import org.avance.model.FactKind;
import org.avance.model.Label;
import org.avance.model.PriceBasis;
import org.avance.model.PriceKind;

/** Staging of budget facts. */
final class BudgetShape {
  private static final String CODE = "VARCHAR(40) NOT NULL";

  /** Already without case and accents; the collation would take more for one, as ß for ss. */
  private static final String LABEL = "VARCHAR(200) COLLATE utf8mb4_bin NOT NULL";

  private static final String HASH = StagedFact.HASH + " NOT NULL";
  private static final int NOMINAL = 1;

  static final StagingShape<Budget> SHAPE =
      StagingShape.of(
          FactKind.BUDGET,
          List.of(
              column("key_hash", HASH, f -> f.keyHash(naturalKey(f.fact()))),
              column(
                  "content_hash",
                  HASH,
                  f -> f.contentHash(() -> naturalKey(f.fact()), attributes(f.fact()))),
              column("period_type", CODE, f -> f.fact().period().type()),
              column("quarter", "TINYINT UNSIGNED NOT NULL", f -> f.fact().period().number()),
              column("fund_year_key", "SMALLINT UNSIGNED NOT NULL", f -> f.fact().fundYear()),
              column("stage", CODE, f -> f.fact().stage()),
              column("source_code", LABEL, f -> Label.normal(f.fact().fundingSource())),
              column("source_label", "VARCHAR(200) NOT NULL", f -> f.fact().fundingSource()),
              column(
                  "price_basis_key",
                  "SMALLINT UNSIGNED NOT NULL",
                  f -> priceBasisKey(f.fact().prices())),
              column("as_of", "DATE NULL", f -> StagedFact.date(f.fact().asOf())),
              column("note", "VARCHAR(4000) NOT NULL", f -> f.fact().note())));

  private BudgetShape() {}

  /** The key of dim_price_basis: 1 for nominal prices, else the base year. */
  private static int priceBasisKey(PriceBasis prices) {
    return prices.kind() == PriceKind.NOMINAL ? NOMINAL : prices.baseYear();
  }

  /** Codes and labels that the warehouse's collation takes for one are one here, too. */
  private static List<String> naturalKey(Budget fact) {
    return List.of(
        Label.normal(fact.programme().codeSystem()),
        Label.normal(fact.programme().agencyCode()),
        Label.normal(fact.programme().code()),
        Integer.toString(fact.year()),
        fact.period().toString(),
        Integer.toString(fact.fundYear()),
        fact.stage().name(),
        Label.normal(fact.fundingSource()),
        fact.geography().code(),
        fact.prices().toString());
  }

  private static List<String> attributes(Budget fact) {
    return List.of(fact.asOf().toString(), fact.note());
  }
}
