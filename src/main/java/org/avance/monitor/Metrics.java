package org.avance.monitor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.avance.model.DeliveryCounts;
import org.avance.model.LoadResult;
import org.avance.model.RecordFate;
import org.avance.warehouse.Vitals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers for Prometheus. What this process did is counted as it is done; what must be right after
 * a restart, and whoever did it, is asked of the warehouse: ages, quarantine, deliveries.
 */
public final class Metrics implements LoadWatch {
  private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
  private static final Duration GOOD_FOR = Duration.ofSeconds(5);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MultiGauge ages;
  private final MultiGauge missing;
  private final MultiGauge quarantined;
  private final MultiGauge deliveries;
  private final Recently<Now> now;
  private volatile boolean reachable = true;
  private volatile long openAlerts;

  /** What the warehouse says. */
  private record Now(
      List<Vitals.FeedNow> feeds, List<Vitals.Registered> deliveries, long openAlerts) {}

  public Metrics(Vitals vitals, About about) {
    now =
        new Recently<>(
            GOOD_FOR, () -> new Now(vitals.feeds(), vitals.deliveries(), vitals.openAlerts()));
    ages = gauge("avance.feed.age", "Since the feed's last delivery was published", "seconds");
    missing = gauge("avance.feed.missing.editions", "Editions that are due and have not come", "");
    quarantined = gauge("avance.quarantine.records", "Records that wait in quarantine", "");
    deliveries = gauge("avance.deliveries", "Deliveries by how far they came", "");
    about.feeds().forEach(this::countFrom0);
    Gauge.builder("avance.database.up", this, metrics -> metrics.reachable ? 1 : 0)
        .description("1 where the warehouse answers")
        .register(registry);
    Gauge.builder("avance.alerts.open", this, metrics -> metrics.openAlerts)
        .description("Events that operators were or will be told of, and that are not over")
        .register(registry);
    Gauge.builder("avance.build", () -> 1)
        .description("Always 1; its labels say what runs")
        .tags("version", about.version(), "rulebook", about.rulebook())
        .register(registry);
  }

  private MultiGauge gauge(String name, String description, String unit) {
    MultiGauge.Builder builder = MultiGauge.builder(name).description(description);
    return (unit.isEmpty() ? builder : builder.baseUnit(unit)).register(registry);
  }

  /** A first failure is no increase to Prometheus where there was no 0 before it. */
  private void countFrom0(String feed) {
    for (LoadResult.Outcome outcome : LoadResult.Outcome.values()) {
      runs(feed, outcome);
    }
  }

  private Counter runs(String feed, LoadResult.Outcome outcome) {
    return Counter.builder("avance.runs")
        .description("Runs of this process by how they ended")
        .tags("feed", feed, "outcome", word(outcome))
        .register(registry);
  }

  @Override
  public void ended(LoadResult load) {
    runs(load.feed(), load.outcome()).increment();
    Timer.builder("avance.run")
        .description("How long runs of this process took")
        .tags("feed", load.feed())
        .register(registry)
        .record(nanos(load.seconds()), TimeUnit.NANOSECONDS);
    load.delivery().ifPresent(delivery -> count(load.feed(), delivery.counts()));
  }

  private void count(String feed, DeliveryCounts counts) {
    for (RecordFate fate : RecordFate.values()) {
      Counter.builder("avance.rows")
          .description("Rows that this process read, by what became of them")
          .tags("feed", feed, "fate", word(fate))
          .register(registry)
          .increment((double) of(fate, counts));
    }
  }

  private static long of(RecordFate fate, DeliveryCounts counts) {
    return switch (fate) {
      case STAGED -> counts.staged();
      case QUARANTINED -> counts.quarantined();
      case BLANK -> counts.blank();
      case TOTALS -> counts.totals();
      case FILTERED -> counts.filtered();
      case MERGED -> counts.merged();
    };
  }

  @Override
  public void stepEnded(String feed, String step, double seconds) {
    Timer.builder("avance.step")
        .description("How long steps of this process's runs took")
        .tags("feed", feed, "step", step)
        .register(registry)
        .record(nanos(seconds), TimeUnit.NANOSECONDS);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }

  /** All of them, as Prometheus reads them. */
  String scrape() {
    try {
      Now found = now.get();
      show(found);
      openAlerts = found.openAlerts();
      reachable = true;
    } catch (RuntimeException unreachable) {
      if (reachable) {
        LOG.warn("the warehouse can't be asked for metrics", unreachable);
      }
      // Old ages would look like good ones.
      show(new Now(List.of(), List.of(), 0));
      reachable = false;
    }
    return registry.scrape();
  }

  private void show(Now found) {
    List<Row<?>> agesNow = new ArrayList<>();
    List<Row<?>> missingNow = new ArrayList<>();
    List<Row<?>> quarantinedNow = new ArrayList<>();
    for (Vitals.FeedNow feed : found.feeds()) {
      countFrom0(feed.feed());
      Tags named = Tags.of("feed", feed.feed());
      if (feed.ageSeconds() >= 0) {
        agesNow.add(Row.of(named, feed.ageSeconds()));
      }
      missingNow.add(Row.of(named, feed.missing()));
      quarantinedNow.add(Row.of(named, feed.quarantined()));
    }
    ages.register(agesNow, true);
    missing.register(missingNow, true);
    quarantined.register(quarantinedNow, true);
    List<Row<?>> registered = new ArrayList<>();
    for (Vitals.Registered each : found.deliveries()) {
      Tags named = Tags.of("feed", each.feed(), "status", each.status().toLowerCase(Locale.ROOT));
      registered.add(Row.of(named, each.deliveries()));
    }
    deliveries.register(registered, true);
  }
}
