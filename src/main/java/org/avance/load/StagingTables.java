package org.avance.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Names of the staging tables of one feed. At most one of its deliveries has rows in them: the one
 * that counts records and has not ended.
 *
 * @param schema the staging schema
 * @param feed name of the feed
 */
record StagingTables(String schema, String feed) {

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

  /**
   * Table names are short and names of feeds need not be: twelve digits of a hash stand for one.
   */
  String prefix() {
    String hash = UUID.nameUUIDFromBytes(feed.getBytes(StandardCharsets.UTF_8)).toString();
    return "f" + hash.substring(hash.length() - 12) + "_";
  }

  /** Those that there are, with their schema. */
  List<String> listExisting(JdbcClient sql) {
    return sql.sql(
            """
            SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables
            WHERE table_schema = :schema AND LEFT(table_name, CHAR_LENGTH(:prefix)) = :prefix
            """)
        .param("schema", schema)
        .param("prefix", prefix())
        .query(String.class)
        .list();
  }

  static void drop(List<String> names, JdbcClient sql) {
    if (!names.isEmpty()) {
      sql.sql("DROP TABLE IF EXISTS " + String.join(", ", names)).update();
    }
  }

  private String name(String suffix) {
    return schema + "." + prefix() + suffix.toLowerCase(Locale.ROOT);
  }
}
