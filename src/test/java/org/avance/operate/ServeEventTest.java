package org.avance.operate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.model.LoadResult;
import org.avance.model.LoadResult.Outcome;
import org.avance.schedule.ServeEvent;
import org.junit.jupiter.api.Test;

/** What serve prints ends in a journal. */
final class ServeEventTest {
  @Test
  void the_line_of_a_load_shows_nothing_that_cells_hold() {
    String rejected = "4 of 4 records are in quarantine, more than the descriptor bears";
    LoadResult load =
        new LoadResult(
            "people",
            "people/2024.csv",
            Outcome.REJECTED,
            List.of(),
            Map.of(),
            List.of(rejected + "; the first: line 3: found Juana", "Duplicate entry 'Juana'"),
            0);

    assertThat(load.reasonsWithoutCells()).containsExactly(rejected, "Duplicate entry 'Juana'");
    String message = "REJECTED: " + String.join("; ", load.reasonsWithoutCells());
    ServeEvent event =
        new ServeEvent(
            Instant.EPOCH,
            ServeEvent.Kind.LOADED,
            "people",
            message,
            Optional.empty(),
            Optional.of(load));
    assertThat(Serve.Event.of(event).message())
        .isEqualTo("REJECTED: " + rejected + "; Duplicate entry '…'");
  }
}
