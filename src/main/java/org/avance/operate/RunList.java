package org.avance.operate;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.warehouse.Execution;
import org.avance.warehouse.Executions;

/** Lists what was run, one line for each execution. */
public final class RunList {
  private static final Pattern SPAN = Pattern.compile("(\\d{1,5})([hdw])");

  private RunList() {}

  /**
   * The newest executions.
   *
   * @param leftOff how many older ones there are; ten thousand or more are not counted on
   */
  public record Report(List<Execution> runs, long leftOff) {
    public Report {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Looks and changes nothing.
   *
   * @param failed only what still needs somebody
   * @param feed only of this feed; of all where empty
   * @param since a date, or a span back from now such as 7d; all where empty
   * @throws Refusal where the date is none, or nothing is known of the feed
   */
  public static Report perform(
      Workplace place, boolean failed, String feed, String since, int limit) {
    if (limit < 1) {
      throw new Refusal("expected --limit to be 1 or more, found " + limit);
    }
    Executions.Which which = new Executions.Which(failed, feed, since(since));
    Report report =
        Look.at(
            place,
            () -> new Report(List.of(), 0),
            look -> {
              Executions.Found found = look.executions().list(which, limit);
              return new Report(found.executions(), found.leftOff());
            });
    if (report.runs().isEmpty()) {
      mustBeKnown(place, feed);
    }
    return report;
  }

  /** A name that nothing is known of is most likely misspelt. */
  static void mustBeKnown(Workplace place, String feed) {
    if (!feed.isEmpty()) {
      FeedActs.check(place, List.of(feed));
    }
  }

  private static Instant since(String text) {
    if (text.isEmpty()) {
      return Instant.MIN;
    }
    Matcher span = SPAN.matcher(text);
    if (span.matches()) {
      return Look.CLOCK.instant().minus(span(Long.parseLong(span.group(1)), span.group(2)));
    }
    try {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new Refusal(
          "expected --since to be a date such as 2026-03-31, or a span back from now such as 12h, 7d or 2w; found "
              + text);
    }
  }

  private static Duration span(long count, String unit) {
    return switch (unit) {
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      default -> Duration.ofDays(7 * count);
    };
  }
}
