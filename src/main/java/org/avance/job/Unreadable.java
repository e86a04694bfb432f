package org.avance.job;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Files that can't be read, in words for an operator: the name below the inbox, and why. */
final class Unreadable {
  private Unreadable() {}

  static String because(String name, String reason) {
    return "%s: can't be read (%s)".formatted(name, reason);
  }

  static String inWords(String name, IOException e) {
    if (e instanceof AccessDeniedException) {
      return because(name, "no permission");
    }
    if (e instanceof NoSuchFileException) {
      return because(name, "it is gone");
    }
    if (e instanceof FileSystemLoopException) {
      return because(name, "the link leads back to a folder it lies in");
    }
    return because(name, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
  }
}
