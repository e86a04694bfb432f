package org.avance.load;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.avance.model.Delivery;
import org.avance.model.Footing;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The figures that a file prints about itself, beside what its records add up to, whatever became
 * of them. Noted chunk by chunk, each chunk's parts apart: they are added up when asked for.
 */
public final class Footings {
  private static final List<String> PRINTED =
      List.of("kind", "group_hash", "column_name", "name", "line", "figure");
  private static final List<String> PARTS = List.of("kind", "group_hash", "column_name", "figure");
  private static final int LONGEST_NAME = 1000;

  private final JdbcClient sql;
  private final BulkLoad bulk;
  private final StagingTables tables;
  private final Delivery delivery;

  Footings(JdbcClient sql, BulkLoad bulk, StagingTables tables, Delivery delivery) {
    this.sql = sql;
    this.bulk = bulk;
    this.tables = tables;
    this.delivery = delivery;
  }

  static List<String> createStatements(StagingTables tables) {
    String key =
        "kind INT UNSIGNED NOT NULL, group_hash CHAR(32) CHARACTER SET ascii NOT NULL, column_name VARCHAR(200) NOT NULL";
    return List.of(
        "CREATE TABLE %s (%s, name VARCHAR(%d) NOT NULL, line BIGINT UNSIGNED NOT NULL, figure DECIMAL(30,10) NOT NULL)"
            .formatted(tables.printed(), key, LONGEST_NAME),
        "CREATE TABLE %s (%s, figure DECIMAL(40,10) NOT NULL)".formatted(tables.parts(), key),
        "CREATE TABLE %s (kind INT UNSIGNED NOT NULL PRIMARY KEY, name VARCHAR(%d) NOT NULL)"
            .formatted(tables.awaited(), LONGEST_NAME));
  }

  /** Notes what is known once a file is open: once, before its first record is staged. */
  public void expect(List<Footing.Printed> above, List<Footing.Awaited> awaited) {
    BulkRows printed = new BulkRows();
    above.forEach(each -> add(each, 0, printed));
    bulk.load(tables.printed(), PRINTED, printed);
    BulkRows names = new BulkRows();
    awaited.forEach(each -> names.add(each.kind(), cut(each.name())));
    bulk.load(tables.awaited(), List.of("kind", "name"), names);
  }

  /** Notes a chunk in the running transaction. */
  void write(List<? extends PreparedRecord> chunk) {
    BulkRows printed = new BulkRows();
    Map<List<Object>, BigDecimal> parts = new HashMap<>();
    for (PreparedRecord record : chunk) {
      record.footing().printed().forEach(each -> add(each, record.firstLine(), printed));
      for (Footing.Part part : record.footing().parts()) {
        List<Object> key = List.of(part.kind(), hash(part.group()), part.column());
        parts.merge(key, part.amount(), BigDecimal::add);
      }
      for (Footing.Group group : record.footing().groups()) {
        for (StagedRecord.Amount cell : record.cells()) {
          List<Object> key = List.of(group.kind(), hash(group.text()), cell.column());
          parts.merge(key, cell.amount(), BigDecimal::add);
        }
      }
    }
    BulkRows rows = new BulkRows();
    parts.forEach((key, sum) -> rows.add(key.get(0), key.get(1), key.get(2), sum));
    bulk.load(tables.printed(), PRINTED, printed);
    bulk.load(tables.parts(), PARTS, rows);
  }

  /**
   * A printed figure beside what was found.
   *
   * @param name what messages call it; empty where it counts records
   */
  public record Total(String name, boolean countsRecords, BigDecimal printed, BigDecimal found) {
    /** Printed less found. */
    public BigDecimal difference() {
      return printed.subtract(found);
    }

    /** Both figures in one sentence. */
    public String inWords() {
      return (countsRecords
              ? "the printed number of records%s is %s, the file has %s"
              : "%s: the printed total is %s, its records add up to %s")
          .formatted(name, plain(printed), plain(found));
    }

    private static String plain(BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
  }

  /** All printed figures, in the order of their lines. */
  public List<Total> crossFoot() {
    return sql.sql(
            """
            SELECT p.name, p.column_name = '' AS counts_records, p.figure,
                   CASE WHEN p.column_name = '' THEN d.records_read - d.records_blank - d.records_totals
                        WHEN p.group_hash = '' THEN c.sum_read - c.sum_totals
                        ELSE COALESCE(added.figure, 0) END
            FROM %1$s p
            JOIN delivery d ON d.delivery_id = :id
            LEFT JOIN delivery_column c ON c.delivery_id = :id AND c.column_name = p.column_name
            LEFT JOIN (SELECT kind, group_hash, column_name, SUM(figure) AS figure FROM %2$s GROUP BY kind, group_hash, column_name) added
              ON added.kind = p.kind AND added.group_hash = p.group_hash AND added.column_name = p.column_name
            ORDER BY p.line, p.kind, p.column_name
            """
                .formatted(tables.printed(), tables.parts()))
        .param("id", delivery.id())
        .query(
            (row, n) ->
                new Total(
                    row.getString(1),
                    row.getBoolean(2),
                    row.getBigDecimal(3),
                    row.getBigDecimal(4)))
        .list();
  }

  /** Names of the figures that the file must print and does not. */
  public List<String> lacking() {
    return sql.sql(
            "SELECT a.name FROM %s a WHERE a.kind NOT IN (SELECT kind FROM %s) ORDER BY a.kind"
                .formatted(tables.awaited(), tables.printed()))
        .query(String.class)
        .list();
  }

  private static void add(Footing.Printed printed, long line, BulkRows rows) {
    String group = printed.group().isEmpty() ? "" : hash(printed.group());
    rows.add(printed.kind(), group, printed.column(), cut(printed.name()), line, printed.figure());
  }

  private static String hash(String group) {
    return StagedFact.hash(List.of(group));
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1);
  }
}
