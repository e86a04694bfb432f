package org.avance.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * The times that a cron expression means in a zone. The expression speaks of the clock on the wall:
 *
 * <ul>
 *   <li>a time that the clock leaps over in spring comes at the leap, so that no run is lost;
 *   <li>a time that the clock shows twice in autumn comes at the first, so that none is doubled;
 *   <li>but a schedule that goes by the hour ({@code *} or {@code *}{@code /2} in place of the
 *       hour) goes on through the hour that comes twice.
 * </ul>
 */
public final class Timing {
  private static final int HOUR = 2;

  private final String cron;
  private final ZoneId zone;
  private final CronExpression expression;
  private final boolean byTheHour;

  /**
   * @param cron of six fields, seconds first
   * @throws IllegalArgumentException where it is no such expression
   */
  public Timing(String cron, ZoneId zone) {
    this.cron = cron;
    this.zone = zone;
    this.expression = CronExpression.parse(cron);
    this.byTheHour = cron.split(" ", -1)[HOUR].startsWith("*");
  }

  /** The first time after an instant; empty where none ever comes, as on 30 February. */
  public Optional<Instant> next(Instant after) {
    Optional<Instant> first = once(after, after.atZone(zone).toLocalDateTime());
    if (!byTheHour) {
      return first;
    }
    ZoneOffsetTransition change = zone.getRules().nextTransition(after);
    boolean repeats = change != null && change.isOverlap();
    if (repeats && first.isPresent() && change.getInstant().isBefore(first.get())) {
      return again(change).filter(time -> time.isBefore(first.get())).or(() -> first);
    }
    return first;
  }

  /** The first time after an instant whose wall clock shows this, taking each wall time once. */
  private Optional<Instant> once(Instant after, LocalDateTime wall) {
    LocalDateTime time = expression.next(wall);
    while (time != null) {
      Instant instant = instant(time, after);
      if (instant.isAfter(after)) {
        return Optional.of(instant);
      }
      time = expression.next(time);
    }
    return Optional.empty();
  }

  private Instant instant(LocalDateTime wall, Instant after) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
    if (offsets.isEmpty()) {
      return zone.getRules().getTransition(wall).getInstant();
    }
    Instant first = wall.toInstant(offsets.get(0));
    boolean second = byTheHour && offsets.size() > 1 && !first.isAfter(after);
    return second ? wall.toInstant(offsets.get(1)) : first;
  }

  /** The first time once the clock has been set back. */
  private Optional<Instant> again(ZoneOffsetTransition change) {
    LocalDateTime time = expression.next(change.getDateTimeAfter().minusNanos(1));
    return Optional.ofNullable(time).map(wall -> wall.toInstant(change.getOffsetAfter()));
  }

  /**
   * The times from one instant to before another.
   *
   * @param most no more than so many, the first ones
   */
  public List<Instant> between(Instant from, Instant until, int most) {
    List<Instant> times = new ArrayList<>();
    Optional<Instant> time = next(from.minusNanos(1));
    while (time.isPresent() && time.get().isBefore(until) && times.size() < most) {
      times.add(time.get());
      time = next(time.get());
    }
    return List.copyOf(times);
  }

  ZoneId zone() {
    return zone;
  }

  @Override
  public String toString() {
    return cron + " (" + zone + ")";
  }
}
