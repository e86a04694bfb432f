package org.avance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The agencies' own files, which are not part of the project. */
public final class RealFiles {
  private RealFiles() {}

  /** Where they lie; a test that asks is skipped, saying why, where they don't. */
  public static Path folder() {
    String named =
        System.getProperty("avance.real", System.getenv().getOrDefault("AVANCE_REAL", ""));
    assumeTrue(
        !named.isEmpty(),
        "the agencies' files are not at hand: -Davance.real or AVANCE_REAL names their folder");
    Path folder = Path.of(named).toAbsolutePath();
    assumeTrue(Files.isDirectory(folder), "there is no folder " + folder);
    return folder;
  }
}
