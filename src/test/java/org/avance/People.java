package org.avance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Made-up deliveries of any size, and the one descriptor they need. */
record People(Path jobs, Path inbox) {
  /** Rows of one year: programmes times states. */
  static final int ROWS_A_YEAR = 300 * 32;

  static People in(Path directory) throws IOException {
    Path jobs = Files.createDirectories(directory.resolve("jobs"));
    Path rules = Files.createDirectories(jobs.resolve("rules"));
    try (Stream<Path> ours = Files.list(Path.of("jobs/rules"))) {
      for (Path file : ours.toList()) {
        String known =
            Files.readString(file).replaceFirst("feedOrder:(\n +- .*)+", "feedOrder: [people]");
        Files.writeString(rules.resolve(file.getFileName()), known);
      }
    }
    Files.copy(Path.of("src/test/resources/people/people.yaml"), jobs.resolve("people.yaml"));
    return new People(jobs, directory.resolve("inbox"));
  }

  /** An empty inbox with one file: so many figures of each year. */
  People deliver(String name, int firstYear, int lastYear) throws IOException {
    Path folder = Files.createDirectories(inbox.resolve(name).resolve("people"));
    try (Writer file = Files.newBufferedWriter(folder.resolve(name + ".csv"))) {
      file.write("Clave,Entidad,Año,Personas\n");
      for (int year = firstYear; year <= lastYear; year++) {
        for (int i = 0; i < ROWS_A_YEAR; i++) {
          file.write(
              String.format(Locale.ROOT, "E%d,%02d,%d,%d%n", 100 + i / 32, 1 + i % 32, year, i));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new People(jobs, inbox.resolve(name));
  }

  /** The arguments that lead here. */
  String[] run(Path home) {
    return new String[] {
      "run", "--home", home.toString(), "--jobs", jobs.toString(), "--inbox", inbox.toString()
    };
  }
}
