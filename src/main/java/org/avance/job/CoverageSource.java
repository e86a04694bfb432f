package org.avance.job;

import java.util.List;
import org.avance.classify.CoverageRules;
import org.avance.load.CoverageHistory;
import org.avance.model.CoverageGroup;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;
import org.avance.model.FactKind;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Step 3: the series that the delivery touches, judged by the rulebook. Begins with what can only
 * be said of a delivery as a whole: which facts share a key. Always starts over, since all it makes
 * is its own.
 */
final class CoverageSource implements ItemStreamReader<CoverageGroup> {
  private final Load load;
  private @Nullable CoverageHistory history;

  CoverageSource(Load load) {
    this.load = load;
  }

  @Override
  public void open(ExecutionContext context) {
    Delivery delivery = load.delivery();
    if (Load.ended(delivery) || !load.deliveries().refusals(delivery.id()).isEmpty()) {
      return;
    }
    new Settle(load).run(delivery);
    load.deliveries().mark(delivery.id(), DeliveryStatus.STAGED, List.of());
    if (load.feed().kinds().contains(FactKind.COVERAGE)) {
      CoverageHistory laidOut =
          new CoverageHistory(load.batch().pool(), load.database().staging(), delivery);
      new TransactionTemplate(load.batch().transactions())
          .executeWithoutResult(transaction -> laidOut.begin());
      history = laidOut;
    }
  }

  @Override
  public @Nullable CoverageGroup read() {
    CoverageHistory laidOut = history;
    return laidOut == null ? null : laidOut.next().orElse(null);
  }

  CoverageHistory.Judged judge(CoverageGroup group) {
    CoverageRules rules = load.rulebook().coverage();
    return new CoverageHistory.Judged(
        rules.judge(group), group, load.rulebook().version(), rules.status());
  }

  void stage(Chunk<? extends CoverageHistory.Judged> chunk) {
    if (history != null) {
      history.write(chunk.getItems());
    }
  }
}
