package org.avance.monitor;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found a moment ago is good enough: who asks often does not ask the database as often.
 */
final class Recently<T> implements Supplier<T> {
  private final Supplier<T> source;
  private final long nanos;
  private @Nullable T found;
  private long at;

  Recently(Duration goodFor, Supplier<T> source) {
    this.source = source;
    this.nanos = goodFor.toNanos();
  }

  @Override
  public synchronized T get() {
    T known = found;
    if (known == null || System.nanoTime() - at > nanos) {
      known = source.get();
      found = known;
      at = System.nanoTime();
    }
    return known;
  }
}
