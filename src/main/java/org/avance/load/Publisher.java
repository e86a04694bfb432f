package org.avance.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;
import org.avance.model.FactKind;
import org.avance.model.SameKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes one delivery: staging into dimensions and facts, in the one transaction of the
 * caller's, on the connection that owns the feed.
 *
 * <ul>
 *   <li>waits for the warehouse's one publishing place, so that publishes follow one another;
 *   <li>a delivery that a newer one of its scope has overtaken is superseded and changes nothing,
 *       unless it is rerun by name: then it takes the place of that one;
 *   <li>pins the session's clock, so that all rows of the delivery, whatever statement writes them,
 *       bear one instant, later than any published before;
 *   <li>makes dimension members known, lays the facts out under the warehouse's keys, counts,
 *       merges;
 *   <li>ends what the delivery's scope no longer holds;
 *   <li>publishing again what is published does nothing.
 * </ul>
 */
public final class Publisher {
  /** From how many facts on a second connection, and a look for orphans, earn what they cost. */
  static final long MANY = 5_000;

  private final Ownership ownership;
  private final DataSource single;
  private final JdbcClient sql;
  private final String schema;

  /**
   * @param single opens a connection of its own each time
   * @param schema the staging schema
   */
  public Publisher(Ownership ownership, DataSource single, String schema) {
    this.ownership = ownership;
    this.single = single;
    this.sql = ParsedOnce.on(ownership.connection());
    this.schema = schema;
  }

  /** Publishes a judged delivery; any other is left as it is. */
  public void publish(long deliveryId, Set<FactKind> kinds, SameKey sameKey) {
    ownership.awaitPublishing();
    Deliveries deliveries = new Deliveries(sql);
    Delivery delivery = deliveries.get(deliveryId);
    if (delivery.status() != DeliveryStatus.JUDGED) {
      return;
    }
    boolean byName = deliveries.isByName(deliveryId);
    Optional<String> overtaken = byName ? Optional.empty() : deliveries.overtakenBy(deliveryId);
    if (overtaken.isPresent()) {
      deliveries.mark(deliveryId, DeliveryStatus.SUPERSEDED, List.of(overtaken.get()));
      return;
    }
    PublishClock clock = new PublishClock(sql);
    try {
      boolean leftBehind = forgetUnpublished(deliveryId);
      clock.pin();
      merge(byName ? delivery.ofEdition(Merge.NEWEST) : delivery, kinds, sameKey, leftBehind);
    } finally {
      clock.release();
    }
  }

  /**
   * Removes what a {@link SecondConnection} committed in the last moment of a process whose own
   * transaction did not come to its end. It ends before it began, so that no moment of history
   * shows it.
   *
   * @return whether there was any
   */
  private boolean forgetUnpublished(long deliveryId) {
    sql.sql("SET timestamp = 1").update();
    int forgotten = 0;
    for (String table : List.of("fct_indicator_judgement", "fct_programme_performance")) {
      forgotten +=
          sql.sql(
                  """
                  DELETE f FROM delivery d STRAIGHT_JOIN %s f ON f.delivery_id = d.delivery_id
                  WHERE d.feed_id = (SELECT feed_id FROM delivery WHERE delivery_id = :id) AND d.published_at IS NULL
                  """
                      .formatted(table))
              .param("id", deliveryId)
              .update();
    }
    return forgotten > 0;
  }

  private void merge(Delivery delivery, Set<FactKind> kinds, SameKey sameKey, boolean leftBehind) {
    int feedId =
        sql.sql("SELECT feed_id FROM delivery WHERE delivery_id = :id")
            .param("id", delivery.id())
            .query(Integer.class)
            .single();
    StagingTables tables = new StagingTables(schema, delivery.feed());
    new Dimensions(sql, tables, delivery, feedId, kinds).publish();
    if (!leftBehind && isLargeBeginning(delivery, kinds, feedId) && sameKey != SameKey.SUM) {
      mergeFirst(delivery, kinds, sameKey, tables, feedId);
      return;
    }
    LaterIndicators indicators = new LaterIndicators(sql, tables, delivery, feedId, sameKey);
    List<Done> done =
        facts(delivery, kinds, tables, feedId, sameKey, () -> indicators.publish(this::beside));
    if (!kinds.contains(FactKind.INDICATOR)) {
      new ProgrammePerformance(sql, delivery, feedId).publish();
    }
    store(delivery, done);
    keepDigests(delivery, kinds, tables, feedId, done);
  }

  private void mergeFirst(
      Delivery delivery, Set<FactKind> kinds, SameKey sameKey, StagingTables tables, int feedId) {
    try (SecondConnection beside = beside()) {
      IndicatorKeys keys = new IndicatorKeys(tables, sameKey);
      Future<?> judged =
          beside.begin(
              other -> {
                new IndicatorJudgements(other, tables, delivery, feedId).publish(sameKey, false);
                new ProgrammePerformance(other, delivery, feedId).publishFirst(keys);
              });
      IndicatorFacts.Control values =
          new IndicatorFacts(sql, tables, delivery, feedId, sameKey).first();
      Done added = new Done(new Merge.Effect(values.keys(), 0, 0, 0), 0);
      List<Done> done = facts(delivery, kinds, tables, feedId, sameKey, () -> added);
      SecondConnection.await(judged);
      store(delivery, done);
      new SeriesDigests(sql, tables, delivery).keepFirst(feedId, values.keys(), values.sum());
      beside.commit();
    }
  }

  private SecondConnection beside() {
    return new SecondConnection(single, instant());
  }

  /** What the next delivery may be compared with. */
  private void keepDigests(
      Delivery delivery, Set<FactKind> kinds, StagingTables tables, int feedId, List<Done> done) {
    if (kinds.contains(FactKind.INDICATOR)) {
      long facts = done.stream().map(Done::effect).mapToLong(Merge.Effect::standing).sum();
      new SeriesDigests(sql, tables, delivery).keep(feedId, facts);
    }
  }

  /** Many values and nothing of the feed's that they could be held against. */
  private boolean isLargeBeginning(Delivery delivery, Set<FactKind> kinds, int feedId) {
    return kinds.contains(FactKind.INDICATOR)
        && delivery.counts().factsStaged() >= MANY
        && !has("fct_indicator_value", feedId)
        && !has("fct_indicator_judgement", feedId)
        && !has("fct_programme_performance", feedId);
  }

  private boolean has(String table, int feedId) {
    return sql.sql("SELECT EXISTS (SELECT 1 FROM " + table + " WHERE feed_id = :feed)")
        .param("feed", feedId)
        .query(Boolean.class)
        .single();
  }

  /** The instant that the clock is pinned to. */
  private BigDecimal instant() {
    return sql.sql("SELECT CAST(@@timestamp AS DECIMAL(20, 6))").query(BigDecimal.class).single();
  }

  private List<Done> facts(
      Delivery delivery,
      Set<FactKind> kinds,
      StagingTables tables,
      int feedId,
      SameKey sameKey,
      Supplier<Done> indicators) {
    List<Done> done = new ArrayList<>();
    Set<FactKind> dropped = dropped(kinds, delivery, feedId);
    for (FactKind kind : FactKind.values()) {
      if (kinds.contains(kind)) {
        done.add(
            kind == FactKind.INDICATOR
                ? indicators.get()
                : publish(kind, tables, delivery, feedId, sameKey));
      } else if (dropped.contains(kind)) {
        done.add(new Done(Merge.Effect.NONE, endKind(kind, delivery, feedId)));
      }
    }
    if (kinds.contains(FactKind.COVERAGE)) {
      new CoverageJudgements(sql, tables, delivery, feedId).publish();
    }
    return done;
  }

  /** What came of the facts of a kind. */
  record Done(Merge.Effect effect, long ended) {}

  private Done publish(
      FactKind kind, StagingTables tables, Delivery delivery, int feedId, SameKey sameKey) {
    new KeyedFacts(sql, tables, delivery, feedId).layOut(kind, sameKey);
    Merge merge = new Merge(sql, VersionedTable.of(kind), tables.keyed(VersionedTable.of(kind)));
    Merge.Effect effect = merge.count(Merge.Rank.of(delivery));
    merge.merge(Merge.Rank.of(delivery));
    return new Done(effect, end(merge, delivery, feedId));
  }

  private long end(Merge merge, Delivery delivery, int feedId) {
    if (delivery.scope().isEmpty()) {
      return 0;
    }
    long noLongerStated = merge.countEnded(feedId, delivery.scope());
    return new Ending(sql, delivery).end(noLongerStated, () -> merge.end(feedId, delivery.scope()));
  }

  /**
   * Kinds of fact that the feed has published and its descriptor has dropped since: it no longer
   * states any of them.
   */
  private Set<FactKind> dropped(Set<FactKind> kinds, Delivery delivery, int feedId) {
    if (delivery.endingScope().isEmpty()) {
      return Set.of();
    }
    String published =
        Stream.of(FactKind.values())
            .filter(kind -> !kinds.contains(kind))
            .map(
                kind ->
                    "SELECT '%s' FROM dual WHERE EXISTS (SELECT * FROM %s WHERE feed_id = :feed)"
                        .formatted(kind, VersionedTable.of(kind).name()))
            .collect(Collectors.joining("\nUNION ALL "));
    return published.isEmpty()
        ? Set.of()
        : Set.copyOf(sql.sql(published).param("feed", feedId).query(FactKind.class).list());
  }

  private long endKind(FactKind kind, Delivery delivery, int feedId) {
    return sql.sql(
            """
            DELETE f FROM %s f JOIN delivery d ON d.delivery_id = f.delivery_id
            WHERE f.feed_id = :feed AND d.feed_id = :feed AND d.scope = :scope
            """
                .formatted(VersionedTable.of(kind).name()))
        .param("feed", feedId)
        .param("scope", delivery.scope())
        .update();
  }

  private void store(Delivery delivery, List<Done> done) {
    List<Merge.Effect> effects = done.stream().map(Done::effect).toList();
    sql.sql(
            """
            UPDATE delivery
            SET status = 'PUBLISHED', published_at = NOW(6), facts_new = :added, facts_changed = :changed,
                facts_kept = :kept, facts_unchanged = :unchanged, facts_ended = :ended, reasons = ''
            WHERE delivery_id = :id
            """)
        .param("id", delivery.id())
        .param("added", effects.stream().mapToLong(Merge.Effect::added).sum())
        .param("changed", effects.stream().mapToLong(Merge.Effect::changed).sum())
        .param("kept", effects.stream().mapToLong(Merge.Effect::kept).sum())
        .param("unchanged", effects.stream().mapToLong(Merge.Effect::unchanged).sum())
        .param("ended", done.stream().mapToLong(Done::ended).sum())
        .update();
    sql.sql(
            """
            INSERT INTO delivery_publication (delivery_id, published_at, feed_id, rerun)
            VALUES (:id, NOW(6), (SELECT feed_id FROM delivery WHERE delivery_id = :id), :rerun)
            """)
        .param("id", delivery.id())
        .param("rerun", delivery.rerun())
        .update();
    new Quarantine(sql).settle(delivery.id(), true);
  }
}
