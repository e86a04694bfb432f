package org.avance.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.avance.server.Endpoint;
import org.avance.server.WarehouseServer;
import org.avance.warehouse.Holding;
import org.avance.warehouse.Holdings;
import org.avance.warehouse.Query;
import org.avance.warehouse.Readers;

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
      Endpoint there = server.endpoint();
      return Query.run(
          Readers.of(there.jdbcUrl(), there.bi().user(), there.bi().password()), sql, answer);
    }
  }

  static List<Holding> holdings(Endpoint there) {
    return Holdings.list(Readers.of(there.jdbcUrl(), there.bi().user(), there.bi().password()));
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
