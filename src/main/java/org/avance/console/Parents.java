package org.avance.console;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What verbs with verbs below them need. */
final class Parents {
  private Parents() {}

  /** A verb alone that needs another one after it. */
  static ParameterException verbMissing(CommandSpec spec) {
    return new ParameterException(
        spec.commandLine(),
        "expected a verb, found none; there are " + String.join(", ", WrongUse.verbs(spec)));
  }

  /** For fields that picocli fills before anything reads them. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // never read before it is set
  static <T> T unset() {
    return (T) null;
  }
}
