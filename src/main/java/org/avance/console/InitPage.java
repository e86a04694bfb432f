package org.avance.console;

import java.io.PrintWriter;
import org.avance.operate.DatabaseActs.Init;
import org.avance.operate.DatabaseActs.InitAccount;

/** What {@code avance db init} prints: what there is now, and what to set to use it. */
final class InitPage {
  private InitPage() {}

  static void print(Init made, PrintWriter out) {
    out.println("server:    MariaDB " + made.version());
    out.println("schemas:   " + String.join(", ", made.schemas()));
    for (InitAccount account : made.accounts()) {
      out.printf(
          "%-11s%s %s; password: %s%n",
          account.role() + ":",
          account.account(),
          account.isNew() ? "made" : "was there",
          account.passwordFrom());
    }
    out.println();
    out.println("Set these where Avance runs, then `./avance run` makes the tables:");
    made.environment().forEach(each -> out.println("export " + quoted(each)));
  }

  /** For a shell. */
  private static String quoted(String assignment) {
    int equals = assignment.indexOf('=');
    String value = assignment.substring(equals + 1);
    boolean plain = value.matches("[A-Za-z0-9_./:@%+,-]*");
    return assignment.substring(0, equals + 1)
        + (plain ? value : "'" + value.replace("'", "'\\''") + "'");
  }
}
