package org.avance.server;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Exceptions of the platform as words; some of them carry nothing but a file name. */
final class Faults {
  private Faults() {}

  static String describe(Exception fault) {
    String what = String.valueOf(fault.getMessage());
    if (fault instanceof AccessDeniedException) {
      return "no permission for " + what;
    }
    if (fault instanceof NoSuchFileException || fault instanceof FileNotFoundException) {
      return "no such file: " + what;
    }
    if (fault instanceof FileAlreadyExistsException) {
      return what + " is a file, not a directory";
    }
    boolean plain = fault.getClass() == IOException.class || fault instanceof FileSystemException;
    return plain ? what : fault.getClass().getSimpleName() + ": " + what;
  }
}
