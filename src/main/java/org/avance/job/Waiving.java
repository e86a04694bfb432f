package org.avance.job;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.avance.load.Deliveries;
import org.avance.load.Ownership;
import org.avance.load.Schema;
import org.avance.load.SchemaFailure;
import org.avance.load.Waiver;
import org.avance.model.Delivery;

/**
 * Records in quarantine that are to stay out for good. Who waives owns the feed meanwhile: no load
 * or replay changes its quarantine.
 */
public final class Waiving {
  private final Database database;

  /** Brings the warehouse's schema up to this build. */
  public Waiving(LoadSettings settings) {
    this.database = settings.database();
    try {
      Schema.migrate(database.migrating(), database.warehouse(), database.readers());
    } catch (SchemaFailure unfit) {
      throw new CannotLoad(unfit);
    }
  }

  /** A delivery; empty where there is none of this number. */
  public Optional<Delivery> find(long delivery) {
    return new Deliveries(database.single()).find(delivery);
  }

  /** Whether its load has come to its end: until then it is not settled what is in quarantine. */
  public static boolean isSettled(Delivery delivery) {
    return Load.ended(delivery);
  }

  /** Numbers of a delivery's open records that are meant; see {@link Waiver.Which}. */
  public List<Long> open(long delivery, List<Long> records, String code) {
    return new Waiver(database.single()).open(new Waiver.Which(delivery, records, code));
  }

  /**
   * What came of it.
   *
   * @param holder the connection that holds the feed; then nothing was done. Empty where it was
   */
  public record Outcome(long waived, String holder) {}

  /** Closes the open records that are meant, unless a process is at work on the feed. */
  public Outcome waive(
      String feed, long delivery, List<Long> records, String code, String by, String reason) {
    try {
      Optional<Ownership> claimed =
          Ownership.claim(database.single(), database.warehouse(), feed, Duration.ZERO);
      if (claimed.isEmpty()) {
        return new Outcome(
            0, new FeedHolders(database).find(feed).orElse("a connection that has just let go"));
      }
      try (Ownership ownership = claimed.get()) {
        Waiver.Which which = new Waiver.Which(delivery, records, code);
        return new Outcome(new Waiver(ownership.connection()).waive(which, by, reason), "");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the feed can't be claimed: " + e.getMessage(), e);
    }
  }
}
