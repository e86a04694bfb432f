package org.avance.schedule;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Several listeners, kept from harming one another and whoever tells them. */
record Listeners(List<ServeListener> listeners) implements ServeListener {
  private static final System.Logger LOG = System.getLogger(Listeners.class.getName());

  Listeners {
    listeners = List.copyOf(listeners);
  }

  @Override
  public void happened(ServeEvent event) {
    tell(listener -> listener.happened(event));
  }

  @Override
  public void ran(FeedRun run) {
    tell(listener -> listener.ran(run));
  }

  @Override
  public void pulse(Instant now) {
    tell(listener -> listener.pulse(now));
  }

  @Override
  public void unable(String why) {
    tell(listener -> listener.unable(why));
  }

  @Override
  public void able() {
    tell(ServeListener::able);
  }

  private void tell(Consumer<ServeListener> news) {
    for (ServeListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException failed) {
        LOG.log(System.Logger.Level.WARNING, "A listener of serve failed", failed);
      }
    }
  }
}
