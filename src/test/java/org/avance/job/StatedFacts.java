package org.avance.job;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.classify.IndicatorIdentities;
import org.avance.load.Deliveries;
import org.avance.load.IndicatorRegister;
import org.avance.load.Ownership;
import org.avance.load.Preparation;
import org.avance.load.Publisher;
import org.avance.load.StagedRecord;
import org.avance.load.Staging;
import org.avance.load.StagingLease;
import org.avance.load.TestWarehouse;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;
import org.avance.model.Fact;
import org.avance.model.FactKind;
import org.avance.model.Footing;
import org.avance.model.RecordFate;
import org.avance.model.SameKey;
import org.avance.model.Stated;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Facts staged and published without a file: each is a record of its own, on a line of its own. */
final class StatedFacts implements AutoCloseable {
  private final Database database;
  private final HikariDataSource pool;
  private int arrivals;

  StatedFacts(TestWarehouse warehouse) {
    this.database = TestLoads.database(warehouse.endpoint());
    this.pool = database.pool(1);
  }

  /**
   * Publishes what a document of the year states, line by line from 1.
   *
   * @return the delivery as it ended
   */
  Delivery publish(String feed, int year, List<? extends Fact> facts) {
    Set<FactKind> kinds = facts.stream().map(Fact::kind).collect(Collectors.toSet());
    return publish(feed, year, kinds, facts);
  }

  /** Publishes for a feed that may yield more kinds than the document states. */
  Delivery publish(String feed, int year, Set<FactKind> kinds, List<? extends Fact> facts) {
    Deliveries deliveries = new Deliveries(pool);
    deliveries.registerFeed(feed, feed, "An agency");
    Delivery delivery = deliveries.register(arrival(feed, year));
    Staging staging = new Staging(pool, database.staging(), delivery, kinds, SameKey.NUMBER);
    StagingLease lease = new StagingLease(pool, database.staging(), feed, () -> true);
    staging.begin(lease);
    Preparation rows = staging.preparation(Integer.MAX_VALUE, Optional.empty());
    records(facts).forEach(rows::add);
    transactionally(() -> rows.rest().ifPresent(staging::write));
    transactionally(() -> staging.sameKeys().settle());
    if (IndicatorRegister.isNeededFor(kinds)) {
      IndicatorRegister register = new IndicatorRegister(pool, database.staging(), delivery, kinds);
      transactionally(() -> register.settle(IndicatorIdentities::settle));
    }
    deliveries.mark(delivery.id(), DeliveryStatus.JUDGED, List.of());
    publish(feed, delivery, kinds);
    lease.done(facts.size());
    lease.close();
    return deliveries.get(delivery.id());
  }

  private Deliveries.Arrival arrival(String feed, int year) {
    arrivals++;
    return new Deliveries.Arrival(
        feed,
        feed + ".txt",
        "%064d".formatted(arrivals),
        1,
        Integer.toString(year),
        year,
        Integer.toString(year),
        "",
        "");
  }

  private void publish(String feed, Delivery delivery, Set<FactKind> kinds) {
    try (Ownership ownership =
        Ownership.claim(database.single(), database.warehouse(), feed, Duration.ZERO)
            .orElseThrow()) {
      new TransactionTemplate(new JdbcTransactionManager(ownership.connection()))
          .executeWithoutResult(
              transaction ->
                  new Publisher(ownership, database.single(), database.staging())
                      .publish(delivery.id(), kinds, SameKey.NUMBER));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void transactionally(Runnable act) {
    new TransactionTemplate(new JdbcTransactionManager(pool))
        .executeWithoutResult(transaction -> act.run());
  }

  private static List<StagedRecord> records(List<? extends Fact> facts) {
    List<StagedRecord> records = new ArrayList<>();
    for (Fact fact : facts) {
      long number = records.size() + 1L;
      records.add(
          new StagedRecord(
              number,
              number,
              number,
              "",
              RecordFate.STAGED,
              List.of(fact),
              Set.of(),
              List.of(),
              amounts(fact),
              Footing.NONE));
    }
    return records;
  }

  private static List<StagedRecord.Amount> amounts(Fact fact) {
    return fact.figure() instanceof Stated.Given<BigDecimal> given
        ? List.of(new StagedRecord.Amount(fact.valueColumn(), given.value()))
        : List.of();
  }

  Deliveries deliveries() {
    return new Deliveries(pool);
  }

  @Override
  public void close() {
    pool.close();
  }
}
