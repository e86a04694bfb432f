package org.avance.operate;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.avance.job.Checkup;
import org.avance.job.InboxLook;
import org.avance.model.Symptom;
import org.avance.server.ServerFailure;
import org.avance.server.ServerFinding;
import org.avance.server.ServerSettings;
import org.avance.server.WarehouseServer;

/**
 * Looks over an installation: what is wrong, and the command that puts it right. Changes nothing
 * and loads nothing; where the database is down it says so and looks at the rest.
 */
public final class Doctor {
  private static final long GIGABYTE = 1_000_000_000L;
  private static final long TIGHT = 5 * GIGABYTE;

  private final Workplace place;
  private final Clock clock;
  private final List<Check> checks = new ArrayList<>();

  private Doctor(Workplace place, Clock clock) {
    this.place = place;
    this.clock = clock;
  }

  /**
   * One thing looked at.
   *
   * @param state {@code ok}, {@code note} or {@code act}: a person has to act
   * @param remedy the command that puts it right; empty where nothing has to be
   */
  public record Check(String subject, String state, String found, String remedy) {}

  /** All that was looked at, in the order of looking. */
  public record Report(List<Check> checks) {
    public Report {
      checks = List.copyOf(checks);
    }

    /** False where a person has to act. */
    public boolean allWell() {
      return checks.stream().noneMatch(check -> check.state().equals("act"));
    }
  }

  /**
   * Looks at everything.
   *
   * @param wholeArchive whether each archived file is read; else the newest ones
   */
  public static Report perform(Workplace place, Clock clock, boolean wholeArchive) {
    Doctor doctor = new Doctor(place, clock);
    doctor.disk();
    doctor.fileNames();
    doctor.descriptors();
    doctor.inbox();
    doctor.database(wholeArchive);
    return new Report(doctor.checks);
  }

  private void disk() {
    Path home = place.home();
    while (!Files.exists(home) && home.getParent() != null) {
      home = home.getParent();
    }
    try {
      long free = Files.getFileStore(home).getUsableSpace();
      String found =
          String.format(Locale.ROOT, "%.1f GB free for %s", (double) free / GIGABYTE, place.home());
      String remedy = "make room there, or ./avance purge --older-than 180d";
      if (free < GIGABYTE) {
        add(Symptom.act("disk", found, remedy));
      } else {
        add(free < TIGHT ? Symptom.note("disk", found, remedy) : Symptom.ok("disk", found));
      }
    } catch (IOException fault) {
      add(Symptom.act("disk", "%s can't be looked at: %s".formatted(home, fault), "see --home"));
    }
  }

  /** Under cron and systemd the locale is often none at all. */
  private void fileNames() {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    if (isUnicode(encoding)) {
      return;
    }
    add(
        Symptom.act(
            "file names",
            "names with accents can't be read: this process has the encoding " + encoding,
            "export LC_ALL=C.UTF-8"));
  }

  private static boolean isUnicode(String encoding) {
    try {
      return Charset.forName(encoding).equals(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private void descriptors() {
    try {
      FeedActs.Report feeds = FeedActs.list(place);
      feeds
          .faults()
          .forEach(
              fault -> add(Symptom.act("descriptors", fault, "mend it, then ./avance feed check")));
      if (feeds.faults().isEmpty()) {
        add(Symptom.ok("descriptors", feeds.sound().size() + " feeds and the rulebook are sound"));
      }
    } catch (Refusal refused) {
      add(
          Symptom.act(
              "descriptors", String.valueOf(refused.getMessage()), "./avance doctor --jobs DIR"));
    }
  }

  private void inbox() {
    if (!Files.isDirectory(place.inbox())) {
      add(
          Symptom.act(
              "inbox",
              "expected a folder at %s, found none".formatted(place.inbox()),
              "./avance doctor --inbox DIR"));
      return;
    }
    List<String> unreadable = InboxLook.at(place.inbox()).unreadable();
    unreadable.forEach(
        file -> add(Symptom.act("inbox", file, "have it made readable, or take it out")));
    if (unreadable.isEmpty()) {
      add(Symptom.ok("inbox", "%s can be read".formatted(place.inbox())));
    }
  }

  private void database(boolean wholeArchive) {
    try {
      ServerSettings settings = place.server();
      WarehouseServer.secrets(settings, place.environment()).forEach(each -> add(symptom(each)));
      if (settings instanceof ServerSettings.Embedded
          && WarehouseServer.status(settings).dataBytes() == 0) {
        add(Symptom.note("database", "none yet; the first run makes it", "./avance run"));
        return;
      }
      try (WarehouseServer server = WarehouseServer.join(settings)) {
        server.examine(clock).forEach(each -> add(symptom(each)));
        warehouse(server, wholeArchive);
      }
    } catch (ServerFailure down) {
      add(
          Symptom.act(
              "database", String.valueOf(down.getMessage()), "mend that, then ./avance doctor"));
    }
  }

  private void warehouse(WarehouseServer server, boolean wholeArchive) {
    try {
      Checkup.of(place.loads(server.endpoint()), new Overseer(server), wholeArchive)
          .forEach(this::add);
    } catch (RuntimeException fault) {
      add(
          Symptom.act(
              "warehouse",
              "it could not be looked at: " + Checkup.cause(fault),
              "mend that, then ./avance doctor"));
    }
  }

  private record Overseer(WarehouseServer server) implements Checkup.Overseer {
    @Override
    public Optional<String> connection(long number) {
      return server.connection(number);
    }

    @Override
    public String ending(long number) {
      return server.endingConnection(number);
    }
  }

  private static Symptom symptom(ServerFinding finding) {
    return new Symptom(
        finding.subject(),
        Symptom.Weight.valueOf(finding.weight().name()),
        finding.found(),
        finding.remedy());
  }

  private void add(Symptom symptom) {
    checks.add(
        new Check(
            symptom.subject(),
            symptom.weight().name().toLowerCase(Locale.ROOT),
            symptom.found(),
            symptom.remedy()));
  }
}
