package org.avance.warehouse;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.avance.model.FeedHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was run and how it ended, newest first; read as the account that loads. */
public final class Executions {
  private static final String FROM =
      """
      FROM BATCH_JOB_EXECUTION e
      STRAIGHT_JOIN BATCH_JOB_INSTANCE i ON i.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID
      LEFT JOIN BATCH_JOB_EXECUTION_PARAMS feed ON feed.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND feed.PARAMETER_NAME = 'feed'
      LEFT JOIN BATCH_JOB_EXECUTION_PARAMS digest
        ON digest.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND digest.PARAMETER_NAME = 'fileDigest'
      LEFT JOIN BATCH_JOB_EXECUTION_PARAMS rerun ON rerun.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND rerun.PARAMETER_NAME = 'rerun'
      LEFT JOIN dim_feed known ON known.feed = feed.PARAMETER_VALUE
      LEFT JOIN delivery d ON d.feed_id = known.feed_id AND d.file_digest = CONVERT(digest.PARAMETER_VALUE USING ascii)
      """;

  /** Nothing later put it right: no execution of the same load, no newer delivery of the scope. */
  private static final String OPEN =
      """
      (e.STATUS <> 'COMPLETED' AND NOT EXISTS (
          SELECT 1 FROM BATCH_JOB_EXECUTION later
          WHERE later.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID AND later.JOB_EXECUTION_ID > e.JOB_EXECUTION_ID)
        OR e.STATUS = 'COMPLETED' AND d.status = 'REJECTED' AND rerun.PARAMETER_VALUE = d.rerun AND NOT EXISTS (
          SELECT 1 FROM delivery newer
          WHERE newer.feed_id = d.feed_id AND newer.scope = d.scope AND newer.scope <> '' AND newer.status = 'PUBLISHED'
            AND newer.delivery_id > d.delivery_id))
      """;

  /** Counting on would only cost. */
  private static final int COUNTED = 10_000;

  private final JdbcClient sql;
  private final Clock clock;
  private final ZoneId zone;
  private final Holds holds;

  /** Tells who holds a feed now. */
  @FunctionalInterface
  public interface Holds {
    Optional<FeedHolder> find(String feed);
  }

  /**
   * @param clock for how long executions have been running
   * @param zone that the loading machine's clock goes by
   */
  public Executions(DataSource loader, Clock clock, ZoneId zone, Holds holds) {
    this.sql = JdbcClient.create(loader);
    this.clock = clock;
    this.zone = zone;
    this.holds = holds;
  }

  /**
   * Which executions are asked for.
   *
   * @param failed only what still needs somebody: failed, stopped, left behind or rejected, and not
   *     put right since
   * @param feed only of this feed; of all where empty
   * @param since only what began at or after this instant; {@link Instant#MIN} for all
   */
  public record Which(boolean failed, String feed, Instant since) {}

  /**
   * The newest of them.
   *
   * @param leftOff how many older ones there are, {@link #COUNTED} at most
   */
  public record Found(List<Execution> executions, long leftOff) {
    public Found {
      executions = List.copyOf(executions);
    }
  }

  /** The newest executions of a kind. */
  public Found list(Which which, int limit) {
    Map<String, Object> params = new HashMap<>();
    String where = where(which, params);
    List<Execution> found =
        sql.sql(select(where) + " ORDER BY e.JOB_EXECUTION_ID DESC LIMIT " + (limit + 1))
            .params(params)
            .query(row()::read)
            .list();
    List<Execution> told = told(found);
    if (which.failed()) {
      told = told.stream().filter(execution -> !execution.endedWell()).toList();
    }
    boolean more = found.size() > limit;
    return new Found(
        told.subList(0, Math.min(told.size(), limit)), more ? count(where, params) - limit : 0);
  }

  /** One execution; empty where there is none of that number. */
  public Optional<Execution> find(long run) {
    List<Execution> found =
        sql.sql(select("WHERE e.JOB_EXECUTION_ID = :run"))
            .param("run", run)
            .query(row()::read)
            .list();
    // Whether it runs is told by the newest of its feed.
    boolean open = found.stream().anyMatch(each -> each.outcome().equals(Execution.RUNNING));
    return (open ? told(unended(found.get(0).feed())) : found)
        .stream().filter(each -> each.run() == run).findFirst();
  }

  /** Of each feed the last execution that has ended. */
  public List<Execution> lastEnded() {
    String where =
        """
        WHERE e.JOB_EXECUTION_ID IN (
          SELECT MAX(ended.JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION ended
          JOIN BATCH_JOB_EXECUTION_PARAMS its ON its.JOB_EXECUTION_ID = ended.JOB_EXECUTION_ID AND its.PARAMETER_NAME = 'feed'
          WHERE ended.END_TIME IS NOT NULL GROUP BY its.PARAMETER_VALUE)
        """;
    return sql.sql(select(where)).query(row()::read).list();
  }

  private List<Execution> unended(String feed) {
    String where =
        """
        WHERE feed.PARAMETER_VALUE = :feed AND e.STATUS IN ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
        ORDER BY e.JOB_EXECUTION_ID DESC
        """;
    return sql.sql(select(where)).param("feed", feed).query(row()::read).list();
  }

  /** The other executions of the same load, oldest first. */
  public List<Long> othersOfItsLoad(long run) {
    return sql.sql(
            """
            SELECT other.JOB_EXECUTION_ID FROM BATCH_JOB_EXECUTION e
            JOIN BATCH_JOB_EXECUTION other ON other.JOB_INSTANCE_ID = e.JOB_INSTANCE_ID AND other.JOB_EXECUTION_ID <> e.JOB_EXECUTION_ID
            WHERE e.JOB_EXECUTION_ID = :run ORDER BY 1
            """)
        .param("run", run)
        .query(Long.class)
        .list();
  }

  private ExecutionRow row() {
    return new ExecutionRow(zone, clock.instant());
  }

  private static String select(String where) {
    return "SELECT " + ExecutionRow.COLUMNS + FROM + where;
  }

  private String where(Which which, Map<String, Object> params) {
    List<String> conditions = new ArrayList<>();
    if (which.failed()) {
      conditions.add(OPEN);
    }
    if (!which.feed().isEmpty()) {
      conditions.add("feed.PARAMETER_VALUE = :feed");
      params.put("feed", which.feed());
    }
    if (!which.since().equals(Instant.MIN)) {
      conditions.add("e.CREATE_TIME >= :since");
      params.put("since", LocalDateTime.ofInstant(which.since(), zone));
    }
    return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
  }

  private long count(String where, Map<String, Object> params) {
    return sql.sql(
            "SELECT COUNT(*) FROM (SELECT 1 %s %s LIMIT %d) counted"
                .formatted(FROM, where, COUNTED))
        .params(params)
        .query(Long.class)
        .single();
  }

  /**
   * Of a feed's executions that have not ended only the newest can be running, since one process at
   * a time has the feed; and only where one has it now.
   */
  private List<Execution> told(List<Execution> newestFirst) {
    Set<String> seen = new HashSet<>();
    List<Execution> told = new ArrayList<>();
    for (Execution each : newestFirst) {
      boolean open = each.outcome().equals(Execution.RUNNING);
      told.add(open ? told(each, seen.add(each.feed())) : each);
    }
    return told;
  }

  /** A stranger's lock is no sign of a process: it only stands in the way of the next. */
  private Execution told(Execution open, boolean isNewest) {
    Optional<FeedHolder> holder =
        isNewest
            ? holds.find(open.feed()).filter(held -> !held.host().isEmpty())
            : Optional.empty();
    if (holder.isEmpty()) {
      return with(open, Execution.LEFT_BEHIND, 0);
    }
    boolean gone = holder.get().process() == FeedHolder.Life.GONE;
    return gone ? with(open, Execution.LEFT_AT_WORK, open.seconds()) : open;
  }

  /**
   * @param seconds 0 where it is not known how long it took
   */
  private static Execution with(Execution it, String outcome, double seconds) {
    return new Execution(
        it.run(),
        it.job(),
        it.feed(),
        it.fileName(),
        it.edition(),
        it.delivery(),
        it.rerun(),
        it.started(),
        "",
        seconds,
        outcome,
        it.records(),
        it.quarantined(),
        it.factsNew(),
        it.factsChanged(),
        it.factsEnded());
  }
}
