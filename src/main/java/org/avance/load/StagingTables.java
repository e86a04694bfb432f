package org.avance.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
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
  /** No feed is named so. */
  private static final String JUDGED_ANEW = "\0judged anew";

  /**
   * Those in which what a feed has published is judged anew: apart from those of its deliveries,
   * one of which may wait to go on.
   */
  StagingTables judgedAnew() {
    return new StagingTables(schema, feed + JUDGED_ANEW);
  }

  /** Facts as records state them. */
  String facts(FactKind kind) {
    return name(kind.name());
  }

  /** Programmes with their names in a year, each under the number that facts bear. */
  String programmes() {
    return name("programme");
  }

  /** What facts of a kind say in common, each under the number that they bear. */
  String statements(FactKind kind) {
    return name(kind.name() + "_statement");
  }

  /** All that the facts of a kind say, to stand after FROM. */
  String stated(FactKind kind) {
    return Staging.shape(kind).select(this, facts(kind) + " f");
  }

  /** The years of each statement that facts of a kind make. */
  String spans(FactKind kind) {
    return name(kind.name() + "_span");
  }

  /** What indicators are called, by years that follow one another. */
  String indicatorNames() {
    return name("indicator_name_run");
  }

  /** Hashes of keys that came more than once; an empty one where not all that did are there. */
  String repeated(FactKind kind) {
    return name(kind.name() + "_repeated");
  }

  /** The facts of a kind that share their key with another: where they stand. */
  String shared(FactKind kind) {
    return name(kind.name() + "_shared");
  }

  /** All that those say, to stand after FROM. */
  String sharing(FactKind kind) {
    return Staging.shape(kind)
        .select(
            this,
            "%s h STRAIGHT_JOIN %s f ON f.record_no = h.record_no AND f.fact_no = h.fact_no"
                .formatted(shared(kind), facts(kind)));
  }

  /** Rows under the keys of a versioned table, one each, ready to be merged into it. */
  String keyed(VersionedTable table) {
    return name(table.name() + "_keyed");
  }

  /** Takes types from the table itself, so that the two can't differ. */
  String createKeyed(VersionedTable table) {
    return "CREATE TABLE %s (PRIMARY KEY (%s)) AS SELECT %s FROM %s LIMIT 0"
        .formatted(keyed(table), String.join(", ", table.key()), table.columnList(), table.name());
  }

  /** Which indicator each statement of the delivery's indicators is of. */
  String identities() {
    return name("indicator_identity");
  }

  /** Which series each statement of the delivery's indicators is of. */
  String indicatorSeries() {
    return name("indicator_series");
  }

  /** What others have published of the indicators the delivery touches. */
  String indicatorPast() {
    return name("indicator_past");
  }

  /** The keys of what the delivery states, as far as the warehouse knows them. */
  String indicatorStated() {
    return name("indicator_stated");
  }

  /** Statements of indicators of which the delivery says nothing but what is published. */
  String unchanged() {
    return name("indicator_unchanged");
  }

  /** Series of which the delivery says what the feed's last one said, instead of their facts. */
  String asBefore() {
    return name("indicator_as_before");
  }

  /** What the delivery says of each series, as a digest. */
  String digests() {
    return name("indicator_digest");
  }

  /** Numbers of series as before whose facts are wanted after all. */
  String inFull() {
    return name("indicator_in_full");
  }

  /** The warehouse's keys of the delivery's programmes. */
  String programmeKeys() {
    return name("programme_key");
  }

  /** The warehouse's keys of what facts of a kind say in common. */
  String statementKeys(FactKind kind) {
    return name(kind.name() + "_key");
  }

  /** Records that follow one another, as they were judged while they were staged. */
  String windows() {
    return name("indicator_window");
  }

  /** What the indicator rules say, by the place of the fact. */
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

  boolean has(String table) {
    return table.startsWith(prefix());
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

  /** Deletes all of their rows, asking the server once. */
  static void empty(List<String> names, JdbcClient sql) {
    String deletes =
        names.stream()
            .map(table -> "DELETE FROM " + table + ";")
            .collect(Collectors.joining(" ", "BEGIN NOT ATOMIC ", " END"));
    sql.sql(deletes).update();
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
