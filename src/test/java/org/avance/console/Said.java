package org.avance.console;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a verb said, and its exit code. */
record Said(int exit, String out, String err) {
  static Said by(String... arguments) {
    return by(System.getenv(), arguments);
  }

  /**
   * As if the environment were another, and somebody there to answer.
   *
   * @param typed what the verb reads where it asks; empty where nobody answers
   */
  static Said answering(String typed, Map<String, String> environment, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      return by(environment, arguments);
    } finally {
      System.setIn(before);
    }
  }

  /** As if the environment were another. */
  static Said by(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Console.run(environment, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Said(exit, out.toString(), unbroken(err.toString()));
  }

  /** A refusal in one line, however long. */
  private static String unbroken(String err) {
    return err.replaceAll("\n {8}(?=\\S)", " ");
  }
}
