package org.avance.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.jdbc.MariaDBJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Which feed is due when: kept in the warehouse, so that all processes that serve it share the work
 * and never do a thing twice. One entry a feed:
 *
 * <ul>
 *   <li>of several processes that find an entry due, the first to raise its version has it;
 *   <li>while a process is at it, it says so by heartbeats; when they stay away, another process
 *       takes the entry as due at once;
 *   <li>when it is done, the entry moves to when the feed is due again, or goes.
 * </ul>
 *
 * The library db-scheduler does this (ADR 28); nothing of it is seen outside.
 */
public final class Agenda {
  /** Of the library's table; see migration V12. */
  private static final String TABLE = "serve_agenda";

  private static final String TASK = "feed";

  /** After a fault of ours, which must not come in a rush. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final CustomTask<String> task;
  private final Scheduler scheduler;

  /** What to do with a feed that is due; called on the agenda's threads. */
  @FunctionalInterface
  public interface Work {
    Next perform(Turn turn);
  }

  /**
   * A feed that is due.
   *
   * @param note what was entered with it
   */
  public record Turn(String feed, Instant due, String note) {}

  /**
   * What becomes of the entry.
   *
   * @param due when the feed is due again; empty where the entry goes
   */
  public record Next(Optional<Instant> due, String note) {}

  /**
   * How often it looks.
   *
   * @param poll between looks for due entries
   * @param heartbeat between signs of life; a process that misses six is taken for dead
   */
  public record Pace(Duration poll, Duration heartbeat) {}

  /**
   * @param database where the warehouse is now; asked for each connection, since a server that was
   *     started again may answer elsewhere
   * @param process the name of this process among those that serve
   * @param turns how many feeds are worked on at a time
   */
  public Agenda(
      Supplier<Database> database, String process, int turns, Pace pace, Clock clock, Work work) {
    task =
        Tasks.custom(TASK, String.class)
            .onFailure((complete, operations) -> later(complete, operations))
            .onDeadExecutionRevive()
            .execute(
                (instance, context) -> {
                  Instant due = context.getExecution().getExecutionTime();
                  Next next = work.perform(new Turn(instance.getId(), due, instance.getData()));
                  return (complete, operations) -> finish(next, complete, operations);
                });
    DataSource connections = new SupplyingDataSource(() -> database.get().single());
    scheduler =
        Scheduler.create(connections, task)
            .tableName(TABLE)
            .schedulerName(new SchedulerName.Fixed(process))
            .serializer(new Utf8())
            .jdbcCustomization(new MariaDBJdbcCustomization(true))
            .clock(clock::instant)
            .threads(turns)
            .pollingInterval(pace.poll())
            .heartbeatInterval(pace.heartbeat())
            .missedHeartbeatsLimit(6)
            .shutdownMaxWait(Duration.ofMinutes(5))
            .enableImmediateExecution()
            .build();
  }

  private static void later(ExecutionComplete complete, ExecutionOperations<String> operations) {
    operations.reschedule(complete, complete.getTimeDone().plus(PAUSE));
  }

  private static void finish(
      Next next, ExecutionComplete complete, ExecutionOperations<String> operations) {
    if (next.due().isPresent()) {
      operations.reschedule(complete, next.due().get(), next.note());
    } else {
      operations.remove();
    }
  }

  /** Begins to work on what is due. */
  public void start() {
    scheduler.start();
  }

  /** Enters a feed unless it is entered; false where it is. */
  public boolean enter(String feed, Instant due, String note) {
    return scheduler.scheduleIfNotExists(task.instance(feed, note), due);
  }

  /** Moves a feed's entry; false where it has none, or a process is at it. */
  public boolean move(String feed, Instant due, String note) {
    try {
      return scheduler.reschedule(TaskInstanceId.of(TASK, feed), due, note);
    } catch (TaskInstanceException goneOrBusy) {
      return false;
    }
  }

  /** Takes a feed's entry out; false where it has none, or a process is at it. */
  public boolean remove(String feed) {
    try {
      scheduler.cancel(TaskInstanceId.of(TASK, feed));
      return true;
    } catch (TaskInstanceException goneOrBusy) {
      return false;
    }
  }

  /** Takes no more turns and waits for those under way; false where they take longer. */
  public boolean stop(Duration patience) {
    Thread stopping = new Thread(scheduler::stop, "stop-agenda");
    stopping.setDaemon(true);
    stopping.start();
    try {
      TimeUnit.NANOSECONDS.timedJoin(stopping, patience.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !stopping.isAlive();
  }

  /** Notes are texts that a person can read in the table. */
  private static final class Utf8 implements Serializer {
    @Override
    public byte[] serialize(Object note) {
      return String.valueOf(note).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] bytes) {
      return type.cast(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
