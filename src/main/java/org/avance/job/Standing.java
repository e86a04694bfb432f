package org.avance.job;

import java.util.Optional;
import org.avance.load.Deliveries;
import org.avance.load.FeedHold;
import org.avance.load.LoadExecutions;
import org.avance.load.OpenQuarantine;
import org.avance.model.Delivery;
import org.avance.model.FeedHolder;
import org.avance.model.LoadExecution;

/**
 * How a run and its delivery stand: the facts by which an operator's acts are allowed or refused,
 * for those who name acts and do none.
 *
 * @param run empty where it is none of a load
 * @param delivery empty where the run died before that was registered
 * @param last the last execution of the load that the delivery is in, or ended with
 * @param holder who holds the feed now
 * @param atWork what is being loaded of the feed now
 * @param quarantined records of the delivery that are open in quarantine
 * @param overtaken which newer delivery of its scope is published, in words
 */
public record Standing(
    Optional<LoadExecution> run,
    Optional<Delivery> delivery,
    Optional<LoadExecution> last,
    Optional<FeedHolder> holder,
    Optional<LoadExecution> atWork,
    long quarantined,
    Optional<String> overtaken) {

  /** Of something that is no load. */
  public static final Standing NONE =
      new Standing(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty());

  /** Looks, and changes nothing. */
  public static Standing of(long number, LoadSettings settings) {
    Database database = settings.database();
    LoadExecutions executions = new LoadExecutions(database.single());
    Deliveries deliveries = new Deliveries(database.single());
    return executions
        .find(number)
        .map(
            run -> {
              Optional<Delivery> delivery = deliveries.find(run.feed(), run.digest());
              return new Standing(
                  Optional.of(run),
                  delivery,
                  delivery.flatMap(it -> executions.findLast(it.feed(), it.digest(), it.rerun())),
                  new FeedHold(database.single(), database.warehouse()).find(run.feed()),
                  executions.findOpen(run.feed()),
                  delivery.map(it -> open(it, database)).orElse(0L),
                  delivery.flatMap(it -> deliveries.overtakenBy(it.id())));
            })
        .orElse(NONE);
  }

  private static long open(Delivery delivery, Database database) {
    return new OpenQuarantine(database.single()).openOf(delivery.id());
  }
}
