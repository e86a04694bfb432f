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
 * The lines of the log that belong to an execution: written while it ran and bearing its number, or
 * warning of something that is no other's. The file that is written now is looked through, no older
 * ones.
 *
 * @param file the log, in the form in which it has something to say
 * @param lines the first ten
 */
record LogLines(Path file, List<String> lines) {
  private static final int MOST = 10;
  private static final int LONGEST = 200;

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

  private static final Pattern WARNS = Pattern.compile("\\b(WARN|ERROR)\\b");

  /** As text, or as JSON. */
  private static final Pattern RUN = Pattern.compile("[{ ]run=(\\d+)[ }]|[{,]\"run\":(\\d+)[,}]");

  LogLines {
    lines = List.copyOf(lines);
  }

  /** Of the log below a folder. */
  static LogLines of(Path folder, Execution run, Instant now) {
    Path text = folder.resolve("avance.log");
    Path json = folder.resolve("avance.log.jsonl");
    List<String> found = read(text, run, now);
    List<String> lines = found.isEmpty() ? read(json, run, now) : found;
    boolean inJson = found.isEmpty() && (!lines.isEmpty() || !Files.exists(text));
    return new LogLines(inJson && Files.exists(json) ? json : text, lines);
  }

  private static List<String> read(Path log, Execution run, Instant now) {
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
        if (belongs(line, run.run()) && isWithin(line, from, to)) {
          lines.add(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…");
        }
        line = reader.readLine();
      }
    } catch (IOException unreadable) {
      return List.of();
    }
    return lines;
  }

  private static boolean belongs(String line, long run) {
    Matcher named = RUN.matcher(line);
    if (named.find()) {
      String number = named.group(1) == null ? named.group(2) : named.group(1);
      return number.equals(String.valueOf(run));
    }
    return WARNS.matcher(line).find();
  }

  private static boolean isWithin(String line, Instant from, Instant to) {
    Matcher time = TIME.matcher(line);
    Optional<Instant> at =
        time.find() ? Optional.of(Instant.parse(time.group())) : Optional.empty();
    return at.isPresent() && !at.get().isBefore(from) && !at.get().isAfter(to);
  }
}
