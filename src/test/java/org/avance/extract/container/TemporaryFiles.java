package org.avance.extract.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that this process unpacked since this was made and still lie there. */
public final class TemporaryFiles {
  private final List<Path> before = now();

  public List<Path> left() {
    return now().stream().filter(file -> !before.contains(file)).toList();
  }

  private static List<Path> now() {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(Unpacked.PREFIX))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
