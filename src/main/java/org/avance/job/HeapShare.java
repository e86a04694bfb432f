package org.avance.job;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A load's share of this process's heap: loads go on side by side as long as it holds them all.
 * Whoever finds too little left waits until others have ended.
 *
 * <p>What a load needs goes by its file: sixteen times its bytes for the chunks under way, until
 * they are full ones, and as much as its bytes for what must be told of all of it at once, which is
 * cut into parts where it is much. Two loads of a million records each did not fit into 512 MB.
 */
final class HeapShare implements AutoCloseable {
  private static final long LEAST = 4;
  private static final long FULL_CHUNKS = 100;
  private static final long ALL_OF_IT = 300;

  /** Left by the largest file for small ones. */
  private static final long SMALL_ONES = 32;

  private static final Semaphore MEGABYTES =
      new Semaphore(budget(Runtime.getRuntime().maxMemory()));

  private final Semaphore of;
  private final int megabytes;

  private HeapShare(Semaphore of, int megabytes) {
    this.of = of;
    this.megabytes = megabytes;
  }

  /** What loads may take of a heap, in MB: seven of eight parts. */
  static int budget(long heapBytes) {
    return (int) Math.min(Integer.MAX_VALUE, (heapBytes >> 20) / 8 * 7);
  }

  /** What a file's load needs of what loads may take, in MB. */
  static int megabytes(long fileBytes, int budget) {
    long size = fileBytes >> 20;
    long needed = Math.min(FULL_CHUNKS, 16 * size) + Math.min(ALL_OF_IT, size);
    return (int) Math.min(Math.max(LEAST, needed), Math.max(1, budget - SMALL_ONES));
  }

  /**
   * Takes what the file's load needs of this process's heap.
   *
   * @param waiting called once where it is not there yet
   * @param stopping ends the waiting, with nothing taken
   */
  static HeapShare of(long fileBytes, Runnable waiting, BooleanSupplier stopping) {
    int budget = budget(Runtime.getRuntime().maxMemory());
    return take(MEGABYTES, megabytes(fileBytes, budget), waiting, stopping);
  }

  static HeapShare take(Semaphore of, int megabytes, Runnable waiting, BooleanSupplier stopping) {
    try {
      if (of.tryAcquire(megabytes, 0, TimeUnit.SECONDS)) {
        return new HeapShare(of, megabytes);
      }
      waiting.run();
      while (!stopping.getAsBoolean()) {
        if (of.tryAcquire(megabytes, 200, TimeUnit.MILLISECONDS)) {
          return new HeapShare(of, megabytes);
        }
      }
      return new HeapShare(of, 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for memory", e);
    }
  }

  /** True where the waiting was ended. */
  boolean isEmpty() {
    return megabytes == 0;
  }

  @Override
  public void close() {
    of.release(megabytes);
  }
}
