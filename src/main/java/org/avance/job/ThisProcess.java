package org.avance.job;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this process is called where others may look for it: its machine and its number there. */
public final class ThisProcess {
  private static final int LONGEST_HOST = 38;

  private ThisProcess() {}

  /** As {@code machine:4711}. */
  public static String name() {
    String host = host();
    return host.substring(0, Math.min(host.length(), LONGEST_HOST))
        + ":"
        + ProcessHandle.current().pid();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
