package org.avance.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

  /** What stands in staging: facts that say something new, all records, sums by value column. */
  private record Staged(long facts, long records, Map<String, Sums> sums) {}

  private record Sums(BigDecimal staged, BigDecimal merged) {
    private static final Sums NONE = new Sums(BigDecimal.ZERO, BigDecimal.ZERO);

    private Sums plus(Sums other) {
      return new Sums(staged.add(other.staged), merged.add(other.merged));
    }
  }

  /** One group of facts that are alike in all that is counted. */
  private record Group(
      String column, boolean countsCell, boolean merged, long facts, long records, BigDecimal sum) {

    private Sums sums() {
      return merged ? new Sums(BigDecimal.ZERO, sum) : new Sums(sum, BigDecimal.ZERO);
    }
  }

  /**
   * Splits what was staged into kept and merged, and stores it; in one transaction of the caller's.
   *
   * @return every difference found, in words; empty when the accounting holds
   */
  public List<String> close() {
    List<String> differences = new ArrayList<>();
    Staged staged = staged();
    closeRecords(staged, differences);
    for (ColumnRow column : columns()) {
      closeColumn(column, staged.sums().getOrDefault(column.name(), Sums.NONE), differences);
    }
    return differences;
  }

  private void closeRecords(Staged staged, List<String> differences) {
    long counted =
        sql.sql("SELECT records_staged + records_merged FROM delivery WHERE delivery_id = :id")
            .param("id", delivery.id())
            .query(Long.class)
            .single();
    if (staged.records() != counted) {
      differences.add(
          "records staged: %d counted while reading, %d in staging"
              .formatted(counted, staged.records()));
    }
    long merged = merged();
    sql.sql(
            "UPDATE delivery SET records_staged = :staged, records_merged = :merged, facts_staged = :facts WHERE delivery_id = :id")
        .param("staged", staged.records() - merged)
        .param("merged", merged)
        .param("facts", staged.facts())
        .param("id", delivery.id())
        .update();
  }

  /** In one scan of each kind. Of each record, the first of its facts is of one kind only. */
  private Staged staged() {
    long facts = 0;
    long records = 0;
    Map<String, Sums> sums = new HashMap<>();
    for (Group group : groups()) {
      facts += group.merged() ? 0 : group.facts();
      records += group.records();
      if (group.countsCell()) {
        sums.merge(group.column(), group.sums(), Sums::plus);
      }
    }
    return new Staged(facts, records, sums);
  }

  private List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    for (FactKind kind : kinds) {
      groups.addAll(
          groups(
              """
              SELECT value_column, counts_cell, is_merged, COUNT(*), SUM(fact_no = 1), COALESCE(SUM(figure), 0)
              FROM %s GROUP BY value_column, counts_cell, is_merged
              """
                  .formatted(tables.facts(kind))));
    }
    if (kinds.contains(FactKind.INDICATOR)) {
      groups.addAll(
          groups(
              """
              SELECT value_column, counts_cell, 0, SUM(facts), SUM(records), SUM(figure)
              FROM %s GROUP BY value_column, counts_cell
              """
                  .formatted(tables.asBefore())));
    }
    return groups;
  }

  private List<Group> groups(String select) {
    return sql.sql(select)
        .query(
            (row, n) ->
                new Group(
                    row.getString(1),
                    row.getBoolean(2),
                    row.getBoolean(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getBigDecimal(6)))
        .list();
  }

  /** A record is merged when each of its facts is; only one that shares a key can be. */
  private long merged() {
    String sharing = all(kind -> "SELECT record_no FROM " + tables.shared(kind));
    String facts =
        all(
            kind ->
                "SELECT f.record_no, f.is_merged FROM (%s) h STRAIGHT_JOIN %s f ON f.record_no = h.record_no"
                    .formatted(sharing, tables.facts(kind)));
    return sql.sql(
            "SELECT COUNT(*) FROM (SELECT record_no FROM (%s) f GROUP BY record_no HAVING MIN(is_merged) = 1) merged"
                .formatted(facts))
        .query(Long.class)
        .single();
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

  private String all(Function<FactKind, String> select) {
    return kinds.stream().sorted().map(select).collect(Collectors.joining(" UNION ALL "));
  }
}
