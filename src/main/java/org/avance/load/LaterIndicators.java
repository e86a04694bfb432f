package org.avance.load;

import java.util.concurrent.Future;
import org.avance.model.Delivery;
import org.avance.model.SameKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes indicator values, what the rules say of them and how many stand in which class, of a
 * feed that may have published before: only what differs is laid out, written and counted.
 */
final class LaterIndicators {
  private final StagingTables tables;
  private final Delivery delivery;
  private final int feedId;
  private final SameKey sameKey;
  private final IndicatorFacts facts;
  private final IndicatorJudgements judgements;
  private final ProgrammePerformance performance;
  private final Ending ending;

  LaterIndicators(
      JdbcClient sql, StagingTables tables, Delivery delivery, int feedId, SameKey sameKey) {
    this.tables = tables;
    this.delivery = delivery;
    this.feedId = feedId;
    this.sameKey = sameKey;
    this.facts = new IndicatorFacts(sql, tables, delivery, feedId, sameKey);
    this.judgements = new IndicatorJudgements(sql, tables, delivery, feedId);
    this.performance = new ProgrammePerformance(sql, delivery, feedId);
    this.ending = new Ending(sql, delivery);
  }

  /** Opens a connection that takes part in the publish. */
  interface Beside {
    SecondConnection open();
  }

  /**
   * Publishes them.
   *
   * @param beside for laying out judgements while facts are laid out, where they are many
   */
  Publisher.Done publish(Beside beside) {
    if (!facts.areCompared() || !judgements.areCompared(sameKey)) {
      IndicatorFacts.Done done = facts.publish();
      long ended = ending.end(done.noLongerStated(), facts::end);
      judgements.publish(sameKey, ended > 0);
      performance.publish();
      return new Publisher.Done(done.effect(), ended);
    }
    IndicatorFacts.Done differences = layOut(beside);
    if (differences.noLongerStated() == 0 || !ending.isMeant()) {
      performance.publishDifferences(tables::keyed, () -> write(differences));
      return new Publisher.Done(
          differences.effect(), ending.end(differences.noLongerStated(), facts::end));
    }
    write(differences);
    facts.end();
    judgements.end();
    performance.publish();
    return new Publisher.Done(differences.effect(), differences.noLongerStated());
  }

  private void write(IndicatorFacts.Done differences) {
    facts.writeDifferences(differences);
    judgements.writeDifferences();
  }

  /** Both read what is published, and write to staging alone. */
  private IndicatorFacts.Done layOut(Beside beside) {
    if (delivery.counts().factsStaged() < Publisher.MANY) {
      judgements.layOutDifferences(sameKey);
      return facts.layOutDifferences();
    }
    try (SecondConnection second = beside.open()) {
      Future<?> judged =
          second.begin(
              other ->
                  new IndicatorJudgements(other, tables, delivery, feedId)
                      .layOutDifferences(sameKey));
      IndicatorFacts.Done differences = facts.layOutDifferences();
      SecondConnection.await(judged);
      second.commit();
      return differences;
    }
  }
}
