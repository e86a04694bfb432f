package org.avance.operate;

/** Words as they are to be typed to a shell. */
final class ShellWord {
  private ShellWord() {}

  static String of(String text) {
    return text.matches("[\\w@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
