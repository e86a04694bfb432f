package org.avance.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine.Option;

/**
 * What a bulk act asks before it acts. Without {@code --yes} somebody must answer; where nobody
 * can, nothing is done.
 */
final class Confirmation {
  @Option(names = "--yes", description = "Do it without asking.")
  private boolean yes;

  /** Whether nobody is asked. */
  boolean isForegone() {
    return yes;
  }

  /** Whether to go on; the scope and count of the act have been printed. */
  boolean given(PrintWriter out) {
    if (yes) {
      return true;
    }
    out.println("Go on? [y/N]");
    out.flush();
    String answer = answer();
    boolean agreed =
        answer.equals("y") || answer.equals("yes") || answer.equals("s") || answer.equals("sí");
    if (!agreed) {
      out.println("Nothing was done. With --yes it is done without asking.");
    }
    return agreed;
  }

  private static String answer() {
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String line = in.readLine();
      return line == null ? "" : line.strip().toLowerCase(Locale.ROOT);
    } catch (IOException nobodyThere) {
      return "";
    }
  }
}
