package org.avance.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.avance.server.WarehouseServer;
import org.avance.warehouse.Query;

/** Asks the warehouse a question, as the account that may only read. */
public final class Ask {
  private Ask() {}

  /**
   * Runs one statement and hands its rows on as they come.
   *
   * @return how many rows there were
   */
  public static long perform(Workplace place, String sql, Query.Answer answer) {
    try (WarehouseServer server = WarehouseServer.join(place.server())) {
      return Query.run(Readers.of(server.endpoint()), sql, answer);
    }
  }

  /** The question in a file. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new Refusal(
          "expected a file with one SQL statement at %s; it can't be read".formatted(file));
    }
  }
}
