package org.avance.load;

import java.util.Locale;
import org.avance.model.FactKind;

/**
 * Names of the tables that live and die with one delivery.
 *
 * @param schema the staging schema
 * @param deliveryId the delivery
 */
record StagingTables(String schema, long deliveryId) {

  /** Facts as records state them. */
  String facts(FactKind kind) {
    return name(kind.name());
  }

  /** Rows under the keys of a versioned table, one each, ready to be merged into it. */
  String keyed(VersionedTable table) {
    return name(table.name() + "_keyed");
  }

  /** Which indicator each statement of the delivery's indicators is of. */
  String identities() {
    return name("indicator_identity");
  }

  /** The indicator series the delivery touches, in order. */
  String indicatorPoints() {
    return name("indicator_points");
  }

  /** What the indicator rules say, by natural key. */
  String indicatorJudgements() {
    return name("indicator_judgement");
  }

  /** What the coverage rules say, by natural key. */
  String judgements() {
    return name("coverage_judgement");
  }

  /** The coverage series the delivery touches, in order. */
  String points() {
    return name("coverage_points");
  }

  /** Figures that the file prints about itself. */
  String printed() {
    return name("printed");
  }

  /** What groups of records add up to, chunk by chunk. */
  String parts() {
    return name("parts");
  }

  /** Figures that the file must print about itself. */
  String awaited() {
    return name("awaited");
  }

  String prefix() {
    return "d" + deliveryId + "_";
  }

  private String name(String suffix) {
    return schema + "." + prefix() + suffix.toLowerCase(Locale.ROOT);
  }
}
