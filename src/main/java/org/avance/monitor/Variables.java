package org.avance.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Settings as the environment gives them; what is secret may stand in a file instead. */
record Variables(Map<String, String> environment) {
  private static final String FILE = "_FILE";

  Optional<String> text(String name) {
    return Optional.of(environment.getOrDefault(name, "").strip()).filter(text -> !text.isEmpty());
  }

  /**
   * The variable itself, or the first line of the file that the variable with {@code _FILE} names.
   */
  Optional<String> secret(String name) {
    Optional<String> direct = text(name);
    Optional<String> file = text(name + FILE);
    if (direct.isPresent() && file.isPresent()) {
      throw new WrongSetting(
          "%s and %s%s are both set. Set only one of the two.".formatted(name, name, FILE));
    }
    return direct.isPresent() ? direct : file.map(path -> firstLine(name + FILE, path));
  }

  private static String firstLine(String name, String file) {
    try {
      String line = Files.readString(Path.of(file)).lines().findFirst().orElse("").strip();
      if (line.isEmpty()) {
        throw new WrongSetting(
            "%s: expected a file with a line; found an empty one, %s.".formatted(name, file));
      }
      return line;
    } catch (IOException | InvalidPathException unreadable) {
      throw new WrongSetting(
          "%s: expected a file that can be read; found: %s (%s)."
              .formatted(name, file, unreadable.getClass().getSimpleName()));
    }
  }

  /** What is set although what it belongs to is not. */
  void refuseAlone(String whole, String... parts) {
    for (String part : parts) {
      if (environment.containsKey(part) && !environment.getOrDefault(part, "").isBlank()) {
        throw new WrongSetting(
            "%s is set, but %s is not: set both, or neither.".formatted(part, whole));
      }
    }
  }
}
