package org.avance.operate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.job.Purging;
import org.avance.model.PurgeCounts;
import org.avance.server.WarehouseServer;

/**
 * Removes job metadata, issues, quarantine, alerts, rows of serve and archived files that nobody
 * needs any more.
 */
public final class PurgeActs {
  private static final Pattern AGE = Pattern.compile("(\\d{1,5})d");

  private PurgeActs() {}

  /**
   * What is to be purged.
   *
   * @param olderThan an age in days, such as {@code 180d}
   * @param files whether archived files of rejected deliveries go, too
   */
  public record Request(String olderThan, boolean files, boolean dryRun) {
    private Instant before(Clock clock) {
      Matcher age = AGE.matcher(olderThan);
      if (!age.matches() || Long.parseLong(age.group(1)) == 0) {
        throw new Refusal(
            "expected an age of at least one day, such as 180d, by --older-than; found %s"
                .formatted(olderThan));
      }
      return clock.instant().minus(Duration.ofDays(Long.parseLong(age.group(1))));
    }
  }

  /**
   * What a purge did.
   *
   * @param before what ended before this instant was purged, UTC
   * @param found what there was to remove
   * @param removed what was removed; nothing of anything in a dry run, or where nobody agreed
   */
  public record Report(String before, boolean dryRun, PurgeCounts found, PurgeCounts removed) {}

  /**
   * Purges.
   *
   * @param agreed asked before anything is removed, and told what there is to remove
   * @throws Refusal where the age is none
   */
  public static Report perform(
      Workplace place, Request asked, Clock clock, Predicate<Report> agreed) {
    Instant before = asked.before(clock);
    try (WarehouseServer server = WarehouseServer.join(place.server())) {
      Purging purging = new Purging(place.loads(server.endpoint()), before, asked.files());
      Report found =
          new Report(before.toString(), asked.dryRun(), purging.count(), PurgeCounts.NOTHING);
      if (asked.dryRun() || found.found().areNothing() || !agreed.test(found)) {
        return found;
      }
      return new Report(found.before(), false, found.found(), purging.perform());
    }
  }
}
