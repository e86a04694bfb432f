package org.avance.job;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.avance.job.Database.Login;
import org.avance.schedule.ServeEvent;
import org.avance.schedule.ServeListener;
import org.avance.schedule.Serving;
import org.avance.schedule.Warehouse;

/** A process that serves in a hurry, told where by its standard input; prints each event. */
final class ServingMain {
  static final Serving.Pace HURRY =
      new Serving.Pace(
          Duration.ofMillis(100),
          new Agenda.Pace(Duration.ofMillis(100), Duration.ofSeconds(1)),
          Duration.ofMillis(100),
          Duration.ofSeconds(20));

  private ServingMain() {}

  record Fixed(LoadSettings settings) implements Warehouse {
    @Override
    public void restore() {}
  }

  /** An event in a line. */
  record Told(Consumer<String> hearer) implements ServeListener {
    @Override
    public void happened(ServeEvent event) {
      hearer.accept(event.kind() + " " + event.feed() + " " + event.message());
    }
  }

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
    LoadSettings settings =
        new LoadSettings(
            database,
            folder.resolve("jobs"),
            folder.resolve("inbox"),
            folder.resolve("archive"),
            1,
            Duration.ofSeconds(1),
            TestLoads.NO_WATCH);
    String process = "test:" + ProcessHandle.current().pid();
    Serving serving =
        new Serving(
            new Fixed(settings),
            process,
            2,
            HURRY,
            Clock.systemUTC(),
            new Told(System.out::println));
    Runtime.getRuntime().addShutdownHook(new Thread(serving::stop));
    serving.run();
  }
}
