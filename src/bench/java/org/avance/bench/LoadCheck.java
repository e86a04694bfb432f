package org.avance.bench;

import tools.jackson.databind.JsonNode;

/** Whether a load did what its file demands. */
final class LoadCheck {
  private LoadCheck() {}

  /** Its one delivery must be published, and its counts be those that the file's writer knows. */
  static void mustBe(Client client, IndicatorFile.Expected expected, Effect effect) {
    JsonNode counts = onlyLoad(client).get("registered").get(0).get("counts");
    unlessEqual(counts, "read", expected.read());
    unlessEqual(counts, "staged", expected.staged());
    unlessEqual(counts, "quarantined", expected.quarantined());
    unlessEqual(counts, "merged", expected.merged());
    unlessEqual(counts, "factsNew", effect.added());
    unlessEqual(counts, "factsChanged", effect.changed());
    unlessEqual(counts, "factsEnded", 0);
  }

  /** The one load of a run, published. */
  static JsonNode onlyLoad(Client client) {
    JsonNode loads = Product.read(client.output()).get("loads");
    WrongResult.unlessEqual("loads", 1, loads.size());
    mustBePublished(loads.get(0));
    return loads.get(0);
  }

  static void mustBePublished(JsonNode load) {
    if (!load.get("outcome").stringValue().equals("PUBLISHED")) {
      throw new WrongResult(
          "%s: expected PUBLISHED, found %s: %s"
              .formatted(
                  load.get("fileName").stringValue(),
                  load.get("outcome").stringValue(),
                  load.get("reasons")));
    }
  }

  private static void unlessEqual(JsonNode counts, String name, long expected) {
    WrongResult.unlessEqual(name, expected, counts.get(name).longValue());
  }

  /** What a delivery does to the facts. */
  record Effect(long added, long changed) {}
}
