package org.avance.load;

/**
 * The connection that owns a feed is gone, and with it the right to load: another process may have
 * it by now. What was committed stays; the next run goes on from there.
 */
public final class OwnershipLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OwnershipLost() {
    super("the connection that owns the feed is gone, so another process may load it by now");
  }
}
