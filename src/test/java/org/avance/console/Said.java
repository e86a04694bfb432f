package org.avance.console;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** What a verb said, and its exit code. */
record Said(int exit, String out, String err) {
  static Said by(String... arguments) {
    return by(System.getenv(), arguments);
  }

  /** As if the environment were another. */
  static Said by(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Console.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Said(exit, out.toString(), err.toString());
  }
}
