package org.avance.monitor;

import java.util.List;
import java.util.Map;
import org.avance.model.Delivery;
import org.avance.model.DeliveryCounts;
import org.avance.model.DeliveryStatus;
import org.avance.model.LoadResult;
import org.avance.model.LoadStart;

/** Results of loads, made up. */
final class Loads {
  private Loads() {}

  static LoadStart start(long run, String digest) {
    return new LoadStart(
        "people",
        "people/2024.csv",
        digest.repeat(64),
        run,
        Map.of("people/units.csv", "f".repeat(64)));
  }

  static LoadResult result(LoadResult.Outcome outcome, long delivery, String digest) {
    DeliveryStatus status =
        switch (outcome) {
          case PUBLISHED -> DeliveryStatus.PUBLISHED;
          case REJECTED -> DeliveryStatus.REJECTED;
          case SUPERSEDED -> DeliveryStatus.SUPERSEDED;
          case FAILED, STOPPED, BUSY, WAITING -> DeliveryStatus.STAGED;
        };
    return new LoadResult(
        "people",
        "people/2024.csv",
        outcome,
        List.of(
            new Delivery(
                delivery,
                "people",
                "people/2024.csv",
                digest.repeat(64),
                "2024",
                2024,
                "edition 2024",
                status,
                0,
                "d".repeat(64),
                "r".repeat(64),
                new DeliveryCounts(20, 16, 2, 1, 1, 0, 0, 40, 30, 2, 8, 0),
                List.of())),
        outcome == LoadResult.Outcome.REJECTED ? Map.of("NUMBER_UNREADABLE", 4L) : Map.of(),
        switch (outcome) {
          case REJECTED ->
              List.of(
                  "4 of 20 records are in quarantine, more than the descriptor bears (`tolerances: {quarantined: 5%}`); the first: line 4: expected a number but found \"Juana\"");
          case FAILED ->
              List.of(
                  "step stage: the database says: Duplicate entry 'Juana Pérez' for key 'name' (error 1062)");
          case PUBLISHED, SUPERSEDED, STOPPED, BUSY, WAITING -> List.of();
        },
        1.5);
  }
}
