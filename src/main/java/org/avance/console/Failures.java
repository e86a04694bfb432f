package org.avance.console;

import org.avance.operate.Refusal;
import org.avance.operate.Unable;
import org.avance.operate.Unsound;
import org.avance.warehouse.QueryRefused;

/** What to say when a verb could not be carried out. */
final class Failures {
  private Failures() {}

  /** Messages of ours are made for reading; of anything else the kind is said, too. */
  static String inWords(Throwable thrown) {
    boolean told = thrown instanceof Refusal || thrown instanceof Unsound;
    if (told || thrown instanceof QueryRefused || Unable.explains(thrown)) {
      return Text.refusal("avance: " + thrown.getMessage());
    }
    return Text.refusal(
        "avance: %s: %s (details: log/avance.log under the home)"
            .formatted(thrown.getClass().getSimpleName(), thrown.getMessage()));
  }
}
