package org.avance.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.avance.model.PurgeCounts;
import org.springframework.core.NestedRuntimeException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Removes what nobody needs any more:
 *
 * <ul>
 *   <li>metadata of executions that ended before a day, unless their delivery is still open;
 *   <li>issues and quarantine of deliveries that were rejected or superseded before it;
 *   <li>alerts that were over before it, and what serve noted of processes and runs of then;
 *   <li>where asked for, the archived files of the rejected ones that no other delivery needs.
 * </ul>
 *
 * <p>Deliveries themselves stay: facts refer to the published ones, and by all of them the same
 * bytes are known when they come again. Each commit removes some thousand rows, so that loads go on
 * meanwhile; a purge that was killed has removed what it had committed, and goes on when it is said
 * again.
 */
public final class Purge {
  /** Each has some 17 rows of metadata. */
  private static final int INSTANCES_AT_ONCE = 200;

  private final DataSource dataSource;
  private final String warehouse;
  private final Instant before;
  private final Purgeable purgeable;

  /**
   * A purge of what ended before an instant.
   *
   * @param etl opens a connection of its own each time
   */
  public Purge(DataSource etl, String warehouse, Instant before) {
    this.dataSource = etl;
    this.warehouse = warehouse;
    this.before = before;
    this.purgeable = new Purgeable(before);
  }

  /** What there is to remove; changes nothing. */
  public PurgeCounts count(boolean withFiles, Archive archive) {
    try (Connection connection = dataSource.getConnection()) {
      JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      return purgeable.count(sql, withFiles ? kept(sql, archive).size() : 0);
    } catch (SQLException e) {
      throw new IllegalStateException("nothing could be counted: " + e.getMessage(), e);
    }
  }

  /** Removes it; returns what was removed. */
  public PurgeCounts perform(boolean withFiles, Archive archive) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      PurgeBatches batches = new PurgeBatches(connection, purgeable);
      long files = withFiles ? removeFiles(batches.sql(), archive) : 0;
      DeliveryRows rows = removeRows(batches);
      MetadataRows metadata = removeMetadata(batches);
      return new PurgeCounts(
          metadata.executions(),
          metadata.rows(),
          rows.deliveries(),
          rows.issues(),
          rows.quarantined(),
          Bygone.ALERT.remove(batches.sql(), before),
          Bygone.OF_SERVE.stream().mapToLong(each -> each.remove(batches.sql(), before)).sum(),
          files);
    } catch (SQLException | NestedRuntimeException e) {
      throw new IllegalStateException(
          "the purge broke off: %s. What it had committed is removed; say it again to go on"
              .formatted(innermost(e)),
          e);
    }
  }

  private static String innermost(Exception broken) {
    Throwable cause = broken;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  private record DeliveryRows(long deliveries, long issues, long quarantined) {}

  private record MetadataRows(long executions, long rows) {}

  /** Before the metadata, which says when a delivery was last loaded. */
  private DeliveryRows removeRows(PurgeBatches batches) {
    List<Long> deliveries = purgeable.deliveries(batches.sql());
    long issues = 0;
    long quarantined = 0;
    for (long delivery : deliveries) {
      issues += batches.removeOf(delivery, "issue");
      quarantined += batches.removeOf(delivery, "quarantine");
    }
    return new DeliveryRows(deliveries.size(), issues, quarantined);
  }

  /** Found once, since that reads them all; each is looked at once more before it goes. */
  private MetadataRows removeMetadata(PurgeBatches batches) {
    long executions = 0;
    long rows = 0;
    List<Long> instances = purgeable.instances(batches.sql());
    for (int from = 0; from < instances.size(); from += INSTANCES_AT_ONCE) {
      int to = Math.min(from + INSTANCES_AT_ONCE, instances.size());
      PurgeBatches.Removed removed = batches.removeMetadata(instances.subList(from, to));
      executions += removed.executions();
      rows += removed.rows();
    }
    return new MetadataRows(executions, rows);
  }

  private List<Purgeable.Kept> kept(JdbcClient sql, Archive archive) {
    return purgeable.rejectedFiles(sql).stream()
        .filter(kept -> archive.has(kept.digest()))
        .toList();
  }

  /** A feed that is being loaded is left out: its files may be what is being read. */
  @SuppressWarnings("try") // held for as long as the block lasts
  private long removeFiles(JdbcClient sql, Archive archive) throws SQLException {
    long removed = 0;
    List<Purgeable.Kept> all = kept(sql, archive);
    for (String feed : all.stream().map(Purgeable.Kept::feed).distinct().toList()) {
      Optional<Ownership> claimed = Ownership.claim(dataSource, warehouse, feed, Duration.ZERO);
      if (claimed.isPresent()) {
        try (Ownership ownership = claimed.get()) {
          removed += removeFiles(feed, purgeable.rejectedFiles(sql), archive);
        }
      }
    }
    return removed;
  }

  private static long removeFiles(String feed, List<Purgeable.Kept> now, Archive archive) {
    List<String> removed = new ArrayList<>();
    for (Purgeable.Kept kept : now) {
      try {
        if (kept.feed().equals(feed) && archive.remove(kept.digest())) {
          removed.add(kept.digest());
        }
      } catch (IOException e) {
        throw new IllegalStateException(
            "the archived file %s can't be removed: %s".formatted(archive.file(kept.digest()), e),
            e);
      }
    }
    return removed.size();
  }
}
