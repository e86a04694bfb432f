package org.avance.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.avance.job.ServeRegister;

/** Says in the warehouse that this process serves, and knows since when some process has. */
final class Presence {
  /** Between signs of life. */
  private static final Duration BEAT = Duration.ofSeconds(10);

  /** A longer silence of all processes is an outage; a restart takes less. */
  private static final Duration LONGEST_GAP = Duration.ofSeconds(30);

  private final ServeRegister register;
  private final String process;
  private final Instant started;
  private Instant lastBeat = Instant.MIN;
  private Instant servedSince;

  Presence(ServeRegister register, String process, Clock clock) {
    this.register = register;
    this.process = process;
    this.started = clock.instant();
    this.servedSince = started;
  }

  String process() {
    return process;
  }

  /** Says so if it is time; true where it was. */
  synchronized boolean beat(Instant now) {
    if (now.isBefore(lastBeat.plus(BEAT)) && !now.isBefore(lastBeat)) {
      return false;
    }
    servedSince = register.pulse(process, started, now, LONGEST_GAP);
    lastBeat = now;
    return true;
  }

  /** What was due before this and has not run was missed. */
  synchronized Instant servedSince(Instant now) {
    beat(now);
    return servedSince;
  }

  void leave(Instant now) {
    register.stopped(process, now);
  }
}
