package org.avance.bench;

import tools.jackson.databind.JsonNode;

/** Whether a load did what its file demands. */
final class LoadCheck {
  private LoadCheck() {}

  /** Its one delivery must be published, and its counts be those that the file's writer knows. */
  static void mustBe(Client client, IndicatorFile.Expected expected, Effect effect) {
    JsonNode counts = countsOfOnlyLoad(client);
    mustCount(counts, "read", expected.read());
    mustCount(counts, "staged", expected.staged());
    mustCount(counts, "quarantined", expected.quarantined());
    mustCount(counts, "merged", expected.merged());
    mustCount(counts, "factsNew", effect.added());
    mustCount(counts, "factsChanged", effect.changed());
    mustCount(counts, "factsEnded", 0);
  }

  /** What the one delivery of a run was counted as; it must be published. */
  static JsonNode countsOfOnlyLoad(Client client) {
    JsonNode loads = Product.read(client.output()).get("loads");
    WrongResult.unlessEqual("loads", 1, loads.size());
    mustBePublished(loads.get(0));
    return loads.get(0).get("registered").get(0).get("counts");
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

  static void mustCount(JsonNode counts, String name, long expected) {
    WrongResult.unlessEqual(name, expected, counts.get(name).longValue());
  }

  /** What a delivery does to the facts. */
  record Effect(long added, long changed) {}
}
