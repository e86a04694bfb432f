package org.avance.load;

import org.avance.model.FactKind;

/** What tells facts apart, in words for an issue: as SQL over the staged facts of a kind. */
final class KeyInWords {
  private KeyInWords() {}

  static String of(FactKind kind) {
    return "CONCAT_WS(', ', TRIM(CONCAT(agency_code, ' ', programme_code)), year_key, %s, geography_code)"
        .formatted(
            switch (kind) {
              case COVERAGE -> coverage();
              case BUDGET -> budget();
              case INDICATOR -> indicator();
              case SCORE -> "NULLIF(model, ''), NULLIF(dimension, '')";
              case ASSESSMENT -> "IF(indicator_code = '', indicator_name, indicator_code)";
              case DISTRIBUTION -> word("focus") + ", " + word("distribution_class");
              case FINDING -> word("finding_kind") + ", NULLIF(subject, ''), number";
            });
  }

  private static String coverage() {
    return "NULLIF(component_name, ''), "
        + word("population")
        + ", NULLIF("
        + word("sex")
        + ", 'total')";
  }

  private static String budget() {
    return word("stage")
        + ", IF(quarter = 0, NULL, CONCAT(LOWER(period_type), ' ', quarter))"
        + ", NULLIF(source_label, ''), IF(fund_year_key IN (0, year_key), NULL, fund_year_key)"
        + ", IF(price_basis_key = 1, NULL, CONCAT('prices of ', price_basis_key))";
  }

  private static String indicator() {
    return "IF(indicator_code = '', indicator_name, indicator_code), NULLIF(series_label, ''), NULLIF(unit_label, '')"
        + ", IF(period_number = 0, NULL, CONCAT(LOWER(period_type), ' ', period_number))"
        + ", NULLIF(reporting_unit_label, '')";
  }

  /** As descriptors write it. */
  private static String word(String column) {
    return "LOWER(REPLACE(" + column + ", '_', ' '))";
  }
}
