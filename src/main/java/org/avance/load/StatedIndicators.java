package org.avance.load;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.model.FactKind;

/** What a delivery's staged facts say of indicators, whichever kinds of fact say it. */
final class StatedIndicators {
  private StatedIndicators() {}

  /** True where a kind among these is about indicators. */
  static boolean in(Set<FactKind> kinds) {
    return ofThese(kinds).findAny().isPresent();
  }

  /** What stands after FROM: a table, or the columns about indicators of both. */
  static String from(StagingTables tables, Set<FactKind> kinds) {
    if (ofThese(kinds).count() == 1) {
      return tables.facts(ofThese(kinds).findFirst().orElseThrow());
    }
    return ofThese(kinds)
        .map(
            kind ->
                """
                SELECT record_no, first_line, code_system, agency_code, programme_code, year_key, identity_hash, indicator_code,
                       previous_code, indicator_number, indicator_name, level, objective, objective_hash, frequency, definition,
                       unit_code, unit_label
                FROM %s
                """
                    .formatted(tables.facts(kind)))
        .collect(Collectors.joining("UNION ALL\n", "(", ")"));
  }

  private static Stream<FactKind> ofThese(Set<FactKind> kinds) {
    return Stream.of(FactKind.INDICATOR, FactKind.ASSESSMENT).filter(kinds::contains);
  }
}
