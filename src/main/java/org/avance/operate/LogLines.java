package org.avance.operate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.warehouse.Execution;

/**
 * The lines of the log that belong to an execution: written while it ran, and naming its feed or
 * its file or warning of something. The file that is written now is looked through, no older ones.
 */
final class LogLines {
  private static final int MOST = 10;
  private static final int LONGEST = 200;

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

  private static final Pattern WARNS = Pattern.compile("\\b(WARN|ERROR)\\b");

  private LogLines() {}

  /** The first ten. */
  static List<String> of(Path log, Execution run, String digest, Instant now) {
    if (run.started().isEmpty() || !Files.isRegularFile(log)) {
      return List.of();
    }
    Instant from = Instant.parse(run.started());
    // Times of executions are whole seconds.
    Instant to = run.ended().isEmpty() ? now : Instant.parse(run.ended()).plusSeconds(1);
    List<String> lines = new ArrayList<>();
    // A log may hold whatever bytes: they are no reason to fail here.
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      while (line != null && lines.size() < MOST) {
        if (belongs(line, run, digest) && isWithin(line, from, to)) {
          lines.add(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…");
        }
        line = reader.readLine();
      }
    } catch (IOException unreadable) {
      return List.of();
    }
    return lines;
  }

  private static boolean belongs(String line, Execution run, String digest) {
    return WARNS.matcher(line).find()
        || line.contains(run.job())
        || (!digest.isEmpty() && line.contains(digest));
  }

  private static boolean isWithin(String line, Instant from, Instant to) {
    Matcher time = TIME.matcher(line);
    Optional<Instant> at =
        time.find() ? Optional.of(Instant.parse(time.group())) : Optional.empty();
    return at.isPresent() && !at.get().isBefore(from) && !at.get().isAfter(to);
  }
}
