package org.avance.job;

import java.nio.file.Path;
import java.util.List;

/** A look into the inbox that loads nothing. */
public final class InboxLook {
  private InboxLook() {}

  /** What can't be read there, each by its name and with the reason. */
  public static List<String> unreadable(Path inbox) {
    return new Inbox(inbox).list().unreadable();
  }
}
