package org.avance.server;

import java.util.List;

/**
 * How the server's own programs are started: what they need stands in option files that nobody else
 * may read, never in their command line, which all users of the machine may. Avance's own
 * variables, passwords among them, are no business of theirs, and the server outlives the process
 * that starts it.
 */
final class ChildProcess {
  private static final String OURS = "AVANCE_";

  private ChildProcess() {}

  static ProcessBuilder of(List<String> command) {
    return withoutOurs(new ProcessBuilder(command));
  }

  static ProcessBuilder withoutOurs(ProcessBuilder child) {
    child.environment().keySet().removeIf(name -> name.startsWith(OURS));
    return child;
  }
}
