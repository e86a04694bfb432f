package org.avance.monitor;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread for what may take long and must hold up no load: telling others. What it has not done
 * when its time is over is left: it can be told later, or is lost, as its owner chose.
 */
final class Background implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final String name;
  private final Duration patience;
  private final ExecutorService thread;

  /**
   * @param patience how long closing waits for what is under way
   */
  Background(String name, Duration patience) {
    this.name = name;
    this.patience = patience;
    this.thread = Executors.newSingleThreadExecutor(work -> daemon(work, name));
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  void run(Runnable act) {
    thread.execute(
        () -> {
          try {
            act.run();
          } catch (RuntimeException | LinkageError failed) {
            LOG.warn("{} failed", name, failed);
          }
        });
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{} was not done within {} s and was left", name, patience.toSeconds());
        thread.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
