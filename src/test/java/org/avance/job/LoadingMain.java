package org.avance.job;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.avance.job.Database.Login;

/**
 * A process that loads, told where by its standard input; then, as often as it is told the names of
 * some feeds, it loads those and says how it went. It ends with its input.
 */
final class LoadingMain {
  private LoadingMain() {}

  public static void main(String[] arguments) throws Exception {
    BufferedReader told =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Database database =
        new Database(
            told.readLine(),
            told.readLine(),
            told.readLine(),
            new Login(told.readLine(), told.readLine()),
            new Login(told.readLine(), told.readLine()),
            List.of());
    Path folder = Path.of(told.readLine());
    Duration patience = Duration.parse(told.readLine());
    LoadSettings settings =
        new LoadSettings(
            database,
            folder.resolve("jobs"),
            folder.resolve("inbox"),
            folder.resolve("archive"),
            2,
            patience,
            TestLoads.NO_WATCH);
    Progress progress = (feed, file, step, records) -> say("at %s %s %d", feed, step, records);
    try (Loader loader = Loader.open(settings, progress)) {
      say("ready");
      for (String feeds = told.readLine(); feeds != null; feeds = told.readLine()) {
        RunResult result = loader.run(Set.of(feeds.split(",")));
        TestLoads.shown(result).forEach(line -> say("%s", line));
        say("done");
      }
    }
  }

  private static void say(String format, Object... arguments) {
    System.out.println(format.formatted(arguments));
  }
}
