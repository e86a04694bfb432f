package org.avance.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;

/** What all cases work with. */
record Workbench(Settings settings, Product product, Warehouse warehouse, Board board) {
  /** A new folder that the product may take as its inbox, or a case as its own. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(absent(name));
  }

  /** Where a folder may be made; none is there. */
  Path absent(String name) throws IOException {
    Path folder = settings.work().resolve(name);
    Product.delete(folder);
    return folder;
  }

  /** An inbox of one file, which lies there without being copied. */
  Path inbox(Path file, String place) throws IOException {
    Path inbox = folder("inbox");
    Path target = inbox.resolve(place);
    Files.createDirectories(target.getParent());
    Files.createLink(target, file);
    return inbox;
  }

  /** An empty warehouse with all its tables and nothing left to write. */
  void emptyWarehouse() throws Exception {
    warehouse.empty();
    product.forgetArchive();
    product.load("migrate", folder("inbox"));
    warehouse.settle();
  }

  /** Runs one line of the table, with nothing left over from the one before. */
  Client measure(String line, long rows, Callable<Client> act) throws Exception {
    warehouse.settle();
    Use.forgetPeak(warehouse.pid());
    Use before = serverUse();
    Client client = act.call();
    Use after = serverUse();
    Use server = new Use(after.cpuSeconds() - before.cpuSeconds(), after.peakMegabytes());
    board.add(new Measured(line, rows, client.seconds(), client.use(), server));
    return client;
  }

  /** How many rows a table holds now, and how many versions of them it keeps. */
  long versions(String table) throws SQLException {
    return warehouse.number("SELECT COUNT(*) FROM " + table + " FOR SYSTEM_TIME ALL");
  }

  private Use serverUse() {
    return Use.of(warehouse.pid())
        .orElseThrow(() -> new WrongResult("the database server is gone; its log says why"));
  }
}
