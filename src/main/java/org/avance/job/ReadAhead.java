package org.avance.job;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads on a thread of its own, some way ahead of who takes: while the server writes what was read,
 * the next is read. What is taken comes in the order of the source, and so does its failure.
 */
final class ReadAhead<T> implements AutoCloseable {
  private static final int BATCH = 500;
  private static final int BATCHES = 20;

  private final Source<T> source;
  private final BlockingQueue<Batch<T>> batches = new ArrayBlockingQueue<>(BATCHES);
  private final Thread reader = new Thread(this::read, "avance-read-ahead");
  private Iterator<T> taken = List.<T>of().iterator();
  private @Nullable Exception failure;
  private boolean ended;

  /** What is read; by one thread only from the first to the last call. */
  interface Source<T> {
    /** The next one; empty at the end. */
    Optional<T> next() throws Exception;
  }

  /** Some of what was read; the last one says how it ended. */
  private record Batch<T>(List<T> items, boolean last, Optional<Exception> failure) {}

  ReadAhead(Source<T> source) {
    this.source = source;
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * The next one; empty at the end.
   *
   * @throws Exception what the source threw, once all that it gave before is taken
   */
  Optional<T> next() throws Exception {
    while (!taken.hasNext()) {
      if (ended) {
        if (failure != null) {
          throw failure;
        }
        return Optional.empty();
      }
      Batch<T> batch = batches.take();
      taken = batch.items().iterator();
      ended = batch.last();
      failure = batch.failure().orElse(null);
    }
    return Optional.of(taken.next());
  }

  private void read() {
    try {
      Batch<T> batch = batch();
      while (!batch.last()) {
        batches.put(batch);
        batch = batch();
      }
      batches.put(batch);
    } catch (InterruptedException e) {
      // Nobody takes any more.
      Thread.currentThread().interrupt();
    }
  }

  private Batch<T> batch() {
    List<T> items = new ArrayList<>(BATCH);
    try {
      while (items.size() < BATCH) {
        Optional<T> next = source.next();
        if (next.isEmpty()) {
          return new Batch<>(items, true, Optional.empty());
        }
        items.add(next.get());
      }
      return new Batch<>(items, false, Optional.empty());
    } catch (Exception e) {
      return new Batch<>(items, true, Optional.of(e));
    }
  }

  /** Ends reading and waits for it, so that the source can be closed. */
  @Override
  public void close() {
    reader.interrupt();
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
