package org.avance.monitor;

import java.time.Duration;

/** Tells of an outage beside a process that stays, and waits until it is over. */
final class OutageWatch implements LoadWatch {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Outage outage;
  private final Background background = new Background("telling of an outage", PATIENCE);

  OutageWatch(Outage outage) {
    this.outage = outage;
  }

  @Override
  public void unable(String cause) {
    background.run(() -> outage.lasts(cause));
  }

  @Override
  public void able() {
    background.run(outage::isOver);
  }

  @Override
  public void close() {
    background.close();
  }
}
