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
 * A process that loads some feeds, told where by its standard input, and says how it went. It dies
 * at a seam where one is named.
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
    Set<String> feeds = Set.of(told.readLine().split(","));
    String seam = told.readLine();
    Duration patience = Duration.parse(told.readLine());
    if (!seam.isEmpty()) {
      SeamDriver.lay(SeamDriver.Seam.of(seam), database.jdbcUrl());
    }
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
    say("ready");
    told.readLine();
    try (Loader loader = Loader.open(settings, progress)) {
      TestLoads.shown(loader.run(feeds)).forEach(line -> say("%s", line));
    }
    say("done");
  }

  private static void say(String format, Object... arguments) {
    System.out.println(format.formatted(arguments));
  }
}
