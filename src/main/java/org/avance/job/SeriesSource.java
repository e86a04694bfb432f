package org.avance.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.classify.CoverageRules;
import org.avance.load.CoverageHistory;
import org.avance.load.IndicatorHistory;
import org.avance.load.PreparedSeries;
import org.avance.model.CoverageGroup;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;
import org.avance.model.FactKind;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Step 3: the series that the delivery touches, judged by the rulebook. Begins with what can only
 * be said of a delivery as a whole: which facts share a key, which indicators are the same. Always
 * starts over, since all it makes is its own.
 */
final class SeriesSource implements ItemStreamReader<SeriesSource.Judged> {
  private static final int SERIES_AT_ONCE = 50;

  private final Load load;
  private @Nullable CoverageHistory coverage;
  private @Nullable IndicatorHistory indicators;
  private @Nullable ReadAhead<Judged> judged;
  private long judgedInPassing;

  SeriesSource(Load load) {
    this.load = load;
  }

  /** What the rules must see together, with what they say of it. */
  sealed interface Judged {
    record Group(CoverageHistory.Judged group) implements Judged {}

    record Series(PreparedSeries series) implements Judged {}
  }

  @Override
  public void open(ExecutionContext context) {
    Delivery staged = load.delivery();
    if (Load.ended(staged) || !load.deliveries().refusals(staged.id()).isEmpty()) {
      return;
    }
    load.ownership().requireHeld();
    new TransactionTemplate(load.batch().transactions())
        .executeWithoutResult(transaction -> begin(staged));
    judged = new ReadAhead<>(this::next, SERIES_AT_ONCE, LoadJob.SERIES_PER_CHUNK);
  }

  private void begin(Delivery staged) {
    Delivery delivery = settle(staged);
    if (load.feed().kinds().contains(FactKind.COVERAGE)) {
      CoverageHistory history =
          new CoverageHistory(load.batch().pool(), load.database().staging(), delivery);
      history.begin();
      coverage = history;
    }
    if (load.feed().kinds().contains(FactKind.INDICATOR)) {
      IndicatorHistory history =
          new IndicatorHistory(
              load.batch().pool(),
              load.database().staging(),
              delivery,
              load.feed().trust().sameKey());
      judgedInPassing = history.begin();
      while (history.wantsMore()) {
        settle(staged);
        judgedInPassing = history.begin();
      }
      indicators = history;
    }
    load.deliveries().mark(staged.id(), DeliveryStatus.STAGED, List.of());
  }

  /** Settling may set records aside. */
  private Delivery settle(Delivery staged) {
    return new Settle(load).run(staged) ? load.delivery() : staged;
  }

  @Override
  public @Nullable Judged read() throws Exception {
    ReadAhead<Judged> ahead = judged;
    return ahead == null ? null : ahead.next().orElse(null);
  }

  /** On the thread that reads ahead. */
  private Optional<Judged> next() {
    return group().or(this::series);
  }

  private Optional<Judged> group() {
    CoverageHistory history = coverage;
    return history == null ? Optional.empty() : history.next().map(this::judge);
  }

  private Optional<Judged> series() {
    IndicatorHistory history = indicators;
    return history == null
        ? Optional.empty()
        : history.next().map(series -> new Judged.Series(history.prepare(load.judge(series))));
  }

  private Judged judge(CoverageGroup group) {
    CoverageRules rules = load.rulebook().coverage();
    return new Judged.Group(
        new CoverageHistory.Judged(
            rules.judge(group), group, load.rulebook().version(), rules.status()));
  }

  /** Counts the series that were judged while they were staged, too. */
  StepExecutionListener count() {
    return new StepExecutionListener() {
      @Override
      public ExitStatus afterStep(StepExecution step) {
        step.setReadCount(step.getReadCount() + judgedInPassing);
        step.setWriteCount(step.getWriteCount() + judgedInPassing);
        return step.getExitStatus();
      }
    };
  }

  void stage(Chunk<? extends Judged> chunk) {
    load.ownership().requireHeld();
    List<CoverageHistory.Judged> groups = new ArrayList<>();
    List<PreparedSeries> series = new ArrayList<>();
    for (Judged judged : chunk) {
      if (judged instanceof Judged.Group group) {
        groups.add(group.group());
      } else if (judged instanceof Judged.Series one) {
        series.add(one.series());
      }
    }
    if (coverage != null && !groups.isEmpty()) {
      coverage.write(groups);
    }
    if (indicators != null && !series.isEmpty()) {
      indicators.write(series);
    }
  }

  @Override
  public void close() {
    if (judged != null) {
      judged.close();
    }
    if (indicators != null) {
      indicators.close();
    }
  }
}
