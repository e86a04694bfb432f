package org.avance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/** What comes with the product, loaded by the built product, and a run that finds nothing new. */
final class StartCase {
  static final String COLD = "sample run, no database yet";
  static final String WARM = "sample run, server up";
  static final String NOTHING_NEW = "nothing new, server up";
  static final String NOTHING_NEW_COLD = "nothing new, server down";

  private StartCase() {}

  /** Cold in a home that is not there yet; warm in that of all other cases, emptied. */
  static void round(Workbench bench) throws Exception {
    Path inbox = bench.settings().checkout().resolve("sample-input");
    Product product = bench.product().withShippedJobs(bench.product().home());
    Product cold = bench.product().withShippedJobs(bench.absent("cold"));
    mustLoad(apart(bench, COLD, () -> cold.load("cold", inbox)));
    mustLoadNothing(apart(bench, NOTHING_NEW_COLD, () -> cold.load("cold", inbox)));
    bench.emptyWarehouse();
    mustLoad(bench.measure(WARM, 1, () -> product.load("warm", inbox)));
    mustLoadNothing(bench.measure(NOTHING_NEW, 1, () -> product.load("nothing", inbox)));
  }

  /** With a server of its own, which is not looked at. */
  private static Client apart(Workbench bench, String line, Callable<Client> act) throws Exception {
    bench.warehouse().settle();
    Client client = act.call();
    bench.board().add(new Measured(line, 1, client.seconds(), client.use(), new Use(0, 0)));
    return client;
  }

  private static void mustLoad(Client client) throws IOException {
    JsonNode loads = Product.read(client.output()).get("loads");
    if (loads.isEmpty()) {
      throw new WrongResult("sample run: expected loads, found none");
    }
    loads.forEach(LoadCheck::mustBePublished);
  }

  private static void mustLoadNothing(Client client) {
    WrongResult.unlessEqual("loads", 0, Product.read(client.output()).get("loads").size());
  }
}
