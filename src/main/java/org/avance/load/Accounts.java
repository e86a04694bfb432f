package org.avance.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The accounting of a delivery: what was counted while reading against what stands in the staging
 * tables. It must hold to the last digit for records and for the sum of each value column; a
 * difference is a fault of ours, not of the file.
 */
public final class Accounts {
  private final JdbcClient sql;
  private final StagingTables tables;
  private final Delivery delivery;
  private final Set<FactKind> kinds;

  Accounts(JdbcClient sql, StagingTables tables, Delivery delivery, Set<FactKind> kinds) {
    this.sql = sql;
    this.tables = tables;
    this.delivery = delivery;
    this.kinds = kinds;
  }

  private record Records(long staged, long merged) {}

  private record Sums(BigDecimal staged, BigDecimal merged) {}

  /**
   * Splits what was staged into kept and merged, and stores it; in one transaction of the caller's.
   *
   * @return every difference found, in words; empty when the accounting holds
   */
  public List<String> close() {
    List<String> differences = new ArrayList<>();
    closeRecords(differences);
    Map<String, Sums> found = sums();
    for (ColumnRow column : columns()) {
      Sums sums = found.getOrDefault(column.name(), new Sums(BigDecimal.ZERO, BigDecimal.ZERO));
      closeColumn(column, sums, differences);
    }
    return differences;
  }

  private void closeRecords(List<String> differences) {
    Records found = records();
    long counted =
        sql.sql("SELECT records_staged + records_merged FROM delivery WHERE delivery_id = :id")
            .param("id", delivery.id())
            .query(Long.class)
            .single();
    if (found.staged() + found.merged() != counted) {
      differences.add(
          "records staged: %d counted while reading, %d in staging"
              .formatted(counted, found.staged() + found.merged()));
    }
    sql.sql(
            "UPDATE delivery SET records_staged = :staged, records_merged = :merged, facts_staged = :facts WHERE delivery_id = :id")
        .param("staged", found.staged())
        .param("merged", found.merged())
        .param("facts", countFacts())
        .param("id", delivery.id())
        .update();
  }

  /** A record is merged when each of its facts is. */
  private Records records() {
    return sql.sql(
            """
            SELECT COALESCE(SUM(merged = 0), 0), COALESCE(SUM(merged = 1), 0)
            FROM (SELECT record_no, MIN(is_merged) AS merged FROM (%s) fact GROUP BY record_no) record
            """
                .formatted(all("SELECT record_no, is_merged FROM %s")))
        .query((row, n) -> new Records(row.getLong(1), row.getLong(2)))
        .single();
  }

  private long countFacts() {
    return sql.sql(
            "SELECT COALESCE(SUM(n), 0) FROM (%s) kind"
                .formatted(all("SELECT COUNT(*) AS n FROM %s WHERE is_merged = 0")))
        .query(Long.class)
        .single();
  }

  private Map<String, Sums> sums() {
    Map<String, Sums> sums = new HashMap<>();
    sql.sql(
            """
            SELECT value_column, COALESCE(SUM(IF(is_merged = 0, figure, 0)), 0), COALESCE(SUM(IF(is_merged = 1, figure, 0)), 0)
            FROM (%s) fact GROUP BY BINARY value_column
            """
                .formatted(
                    all("SELECT value_column, is_merged, figure FROM %s WHERE counts_cell = 1")))
        .query(
            (row, n) ->
                sums.put(row.getString(1), new Sums(row.getBigDecimal(2), row.getBigDecimal(3))))
        .list();
    return sums;
  }

  private record ColumnRow(String name, BigDecimal counted) {}

  private List<ColumnRow> columns() {
    return sql.sql(
            "SELECT column_name, sum_staged + sum_merged FROM delivery_column WHERE delivery_id = :id ORDER BY column_name")
        .param("id", delivery.id())
        .query((row, n) -> new ColumnRow(row.getString(1), row.getBigDecimal(2)))
        .list();
  }

  private void closeColumn(ColumnRow column, Sums found, List<String> differences) {
    if (found.staged().add(found.merged()).compareTo(column.counted()) != 0) {
      differences.add(
          "sum of %s: %s counted while reading, %s in staging"
              .formatted(
                  column.name(),
                  column.counted().toPlainString(),
                  found.staged().add(found.merged()).toPlainString()));
    }
    sql.sql(
            """
            UPDATE delivery_column SET sum_staged = :staged, sum_merged = :merged
            WHERE delivery_id = :id AND column_name = :name
            """)
        .param("staged", found.staged())
        .param("merged", found.merged())
        .param("id", delivery.id())
        .param("name", column.name())
        .update();
  }

  private String all(String select) {
    return kinds.stream()
        .sorted()
        .map(kind -> select.formatted(tables.facts(kind)))
        .collect(Collectors.joining(" UNION ALL "));
  }
}
