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
  private final int batch;
  private final Source<T> source;
  private final BlockingQueue<Batch<T>> batches;
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

  /**
   * @param source read from here on
   * @param batch how many are handed over together
   * @param held how many of them wait at most
   */
  ReadAhead(Source<T> source, int batch, int held) {
    this.source = source;
    this.batch = batch;
    this.batches = new ArrayBlockingQueue<>(Math.max(1, held / batch));
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
      Batch<T> next = batches.take();
      taken = next.items().iterator();
      ended = next.last();
      failure = next.failure().orElse(null);
    }
    return Optional.of(taken.next());
  }

  private void read() {
    try {
      Batch<T> next = next(batch);
      while (!next.last()) {
        batches.put(next);
        next = next(batch);
      }
      batches.put(next);
    } catch (InterruptedException e) {
      // Nobody takes any more.
      Thread.currentThread().interrupt();
    }
  }

  private Batch<T> next(int size) throws InterruptedException {
    List<T> items = new ArrayList<>(size);
    try {
      while (items.size() < size) {
        Optional<T> next = source.next();
        if (next.isEmpty()) {
          return new Batch<>(items, true, Optional.empty());
        }
        items.add(next.get());
      }
      return new Batch<>(items, false, Optional.empty());
    } catch (InterruptedException e) {
      // A source that waits itself: to hand this on would be to wait for who takes no more.
      throw e;
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
