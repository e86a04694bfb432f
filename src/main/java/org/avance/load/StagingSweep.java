package org.avance.load;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Staging tables that nobody needs any more: their process died after their delivery had ended, or
 * an early build made them, which gave each delivery tables of its own.
 */
public final class StagingSweep {
  private final DataSource dataSource;
  private final JdbcClient sql;
  private final String warehouse;
  private final String schema;

  /**
   * @param dataSource opens a connection of its own each time
   * @param schema the staging schema
   */
  public StagingSweep(DataSource dataSource, String warehouse, String schema) {
    this.dataSource = dataSource;
    this.sql = JdbcClient.create(dataSource);
    this.warehouse = warehouse;
    this.schema = schema;
  }

  /** Drops them; again and again does no harm. What is of a feed that has an owner is left. */
  public void run() throws SQLException {
    List<String> found =
        sql.sql(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = :schema AND table_name REGEXP '^(f[0-9a-f]{12}|d[0-9]+)_'")
            .param("schema", schema)
            .query(String.class)
            .list();
    if (found.isEmpty()) {
      return;
    }
    // No build that has migrated this warehouse makes or reads tables of single deliveries.
    StagingTables.drop(
        found.stream()
            .filter(table -> table.startsWith("d"))
            .map(table -> schema + "." + table)
            .toList(),
        sql);
    for (String feed : sql.sql("SELECT feed FROM dim_feed").query(String.class).list()) {
      StagingTables tables = new StagingTables(schema, feed);
      if (found.stream().anyMatch(tables::has)
          || found.stream().anyMatch(tables.judgedAnew()::has)) {
        sweep(tables);
      }
    }
  }

  /** Tables of the staging schema that belong to no feed: nothing of Avance's drops them. */
  public List<String> listUnknown() {
    List<String> prefixes =
        sql.sql("SELECT feed FROM dim_feed").query(String.class).list().stream()
            .map(feed -> new StagingTables(schema, feed).prefix())
            .toList();
    return sql
        .sql(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = :schema ORDER BY 1")
        .param("schema", schema)
        .query(String.class)
        .list()
        .stream()
        .filter(table -> prefixes.stream().noneMatch(table::startsWith))
        .toList();
  }

  /** Whether tables of a feed lie there that nobody needs: {@link #run} drops them. */
  public boolean isIdle(String feed) {
    return new FeedHold(dataSource, warehouse).find(feed).isEmpty()
        && !new StagedCounts(sql).hasStaged(feed)
        && !new StagingTables(schema, feed).listExisting(sql).isEmpty();
  }

  @SuppressWarnings("try") // held for as long as the block lasts
  private void sweep(StagingTables tables) throws SQLException {
    Optional<Ownership> claimed =
        Ownership.claim(dataSource, warehouse, tables.feed(), Duration.ZERO);
    if (claimed.isPresent()) {
      try (Ownership ownership = claimed.get()) {
        StagingTables.drop(tables.judgedAnew().listExisting(sql), sql);
        if (!new StagedCounts(sql).hasStaged(tables.feed())) {
          StagingTables.drop(tables.listExisting(sql), sql);
        }
      }
    }
  }
}
