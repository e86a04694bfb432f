package org.avance.job;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.avance.load.Deliveries;
import org.avance.load.FeedHold;
import org.avance.load.LoadExecutions;
import org.avance.load.Ownership;
import org.avance.model.Delivery;
import org.avance.model.FeedHolder;
import org.avance.model.LoadExecution;

/** What was loaded and how far it came: what an operator's acts look at before they act. */
public final class Executions {
  private final Database database;
  private final DataSource single;
  private final LazyBatch batch;
  private final LoadExecutions executions;
  private final Deliveries deliveries;
  private final FeedHold hold;

  Executions(Database database, LazyBatch batch) {
    this.database = database;
    this.single = database.single();
    this.batch = batch;
    this.executions = new LoadExecutions(single);
    this.deliveries = new Deliveries(single);
    this.hold = new FeedHold(single, database.warehouse());
  }

  public Optional<LoadExecution> find(long run) {
    return executions.find(run);
  }

  /** The last execution of each load that has not come to its end, in their order. */
  public List<LoadExecution> listUnfinished() {
    return executions.listUnfinished();
  }

  public Optional<Delivery> findDelivery(long id) {
    return deliveries.find(id);
  }

  /** The delivery of an execution; empty where it died before that was registered. */
  public Optional<Delivery> findDelivery(LoadExecution execution) {
    return deliveries.find(execution.feed(), execution.digest());
  }

  /** The last execution of the load that a delivery is in, or ended with. */
  public Optional<LoadExecution> findLast(Delivery delivery) {
    return executions.findLast(delivery.feed(), delivery.digest(), delivery.rerun());
  }

  /** Which newer delivery is published whose facts it may state, too; in words. */
  public Optional<String> newerThan(Delivery delivery) {
    return deliveries.newerThan(delivery.id());
  }

  /** Who is loading a feed now; empty where nobody is. */
  public Optional<FeedHolder> findHolder(String feed) {
    return hold.find(feed);
  }

  /** What is being loaded of a feed, by the youngest execution that has not ended. */
  public Optional<LoadExecution> findOpen(String feed) {
    return executions.findOpen(feed);
  }

  /**
   * Marks an execution as failed that its process could not mark: it can be restarted then. One
   * that has ended stays as it is.
   *
   * @param patience how long to wait for the feed
   * @return false where its feed is held: whether the process is gone is proved by owning the feed
   */
  public boolean recover(LoadExecution execution, Duration patience) {
    try {
      Optional<Ownership> claimed =
          Ownership.claim(single, database.warehouse(), execution.feed(), patience);
      if (claimed.isEmpty()) {
        return false;
      }
      try (Ownership owned = claimed.get()) {
        Optional.ofNullable(batch.get().jobs().getJobExecution(execution.run()))
            .ifPresent(open -> Recovery.of(open, batch.get(), seen(execution)));
        owned.donePublishing();
        return true;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the feed %s can't be claimed: %s".formatted(execution.feed(), e.getMessage()), e);
    }
  }

  private Recovery.Seen seen(LoadExecution execution) {
    return Recovery.Seen.of(execution.feed(), execution.digest(), database, batch.get().pool());
  }

  /** Ends the connections by which a process that is gone holds a feed. */
  public void endHolder(String feed, FeedHolder holder) {
    hold.end(feed, holder);
  }
}
