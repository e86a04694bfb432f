package org.avance.operate;

import java.io.IOException;
import java.util.List;
import org.avance.job.Retractor;
import org.avance.job.WrongRulebook;
import org.avance.model.Delivery;
import org.avance.model.DeliveryStatus;
import org.avance.server.WarehouseServer;

/** Takes a wrongly published delivery back; what remains states its figures again. */
public final class Retract {
  private Retract() {}

  /**
   * What it is about, and what came of it.
   *
   * @param delivery the delivery as it stood before
   * @param reason as the operator said
   * @param facts of the warehouse that were its own before
   * @param endedSince facts of its scope that have ended since it came, and may come back
   * @param done false where whoever was asked did not agree, or it had been taken back before
   * @param loadedAgain deliveries that are staged again for it, since they may state the same
   * @param restored facts that these state instead
   * @param ended facts that nobody states any more
   * @param judgements that changed with them
   * @param superseded deliveries that it had superseded, and that nothing supersedes now
   * @param refused why it could not be done; then nothing has changed
   */
  public record Report(
      Delivery delivery,
      String reason,
      long facts,
      long endedSince,
      boolean done,
      List<Delivery> loadedAgain,
      long restored,
      long ended,
      long judgements,
      List<Delivery> superseded,
      String refused) {
    public Report {
      loadedAgain = List.copyOf(loadedAgain);
      superseded = List.copyOf(superseded);
    }

    private static Report before(Delivery delivery, String reason, long facts) {
      return new Report(delivery, reason, facts, 0, false, List.of(), 0, 0, 0, List.of(), "");
    }

    private Report of(Retractor.Scope scope) {
      return new Report(
          delivery,
          reason,
          scope.facts(),
          scope.ended(),
          false,
          scope.remaining(),
          0,
          0,
          0,
          List.of(),
          "");
    }

    private Report with(Retractor.Outcome outcome) {
      return new Report(
          delivery,
          reason,
          facts,
          endedSince,
          outcome.reason().isEmpty(),
          outcome.loadedAgain(),
          outcome.restored(),
          Math.max(0, outcome.taken() - outcome.restored()),
          outcome.judgements(),
          outcome.superseded(),
          outcome.reason());
    }

    /** Whether it is taken back now, by this or before. */
    public boolean allWell() {
      return done || wasBefore();
    }

    /** Whether it had been taken back before: then there was nothing to do. */
    public boolean wasBefore() {
      return delivery.status() == DeliveryStatus.RETRACTED;
    }
  }

  /**
   * Takes a delivery back.
   *
   * @param reason why, for the register
   * @throws Refusal where there is none of this number, or nothing of it is published
   */
  public static Report perform(
      Workplace place, long number, String reason, Approval<Report> approval, Run.Watcher watcher) {
    if (reason.isBlank()) {
      throw new Refusal(
          "retract %d: expected a reason, found none; see --reason".formatted(number));
    }
    place.mustHaveJobs();
    FeedActs.mustHaveSoundRulebook(place);
    try (WarehouseServer server = WarehouseServer.join(place.server());
        Retractor retractor = Retractor.open(place.loads(server.endpoint()), watcher::at)) {
      Delivery delivery =
          retractor
              .find(number)
              .orElseThrow(
                  () ->
                      new Refusal(
                          "retract %d: there is no delivery of this number; `files` lists them"
                              .formatted(number)));
      Report before = Report.before(delivery, reason.strip(), retractor.factsOf(delivery));
      if (before.wasBefore()) {
        return before;
      }
      mustStand(delivery, before.facts());
      Report scope = before.of(retractor.look(delivery));
      return approval.given(scope)
          ? scope.with(retractor.retract(delivery, reason.strip()))
          : scope;
    } catch (WrongRulebook e) {
      throw new Unsound(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  /** What was published of a delivery stands, too, when a later load of it was rejected. */
  private static void mustStand(Delivery delivery, long facts) {
    String instead =
        switch (delivery.status()) {
          case PUBLISHED, RETRACTED -> "";
          case REJECTED, SUPERSEDED ->
              facts > 0 ? "" : "nothing of it is published that could be taken back";
          case RECEIVED, STAGED, JUDGED ->
              "its load has not come to its end: let `run` go on with it first, or `restart` it";
        };
    if (!instead.isEmpty()) {
      throw new Refusal(
          "retract %d: delivery %d (%s) is %s; %s. Only a PUBLISHED delivery can be taken back"
              .formatted(
                  delivery.id(), delivery.id(), delivery.fileName(), delivery.status(), instead));
    }
  }
}
