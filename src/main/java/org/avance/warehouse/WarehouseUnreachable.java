package org.avance.warehouse;

/** No connection to the warehouse could be had, or it broke; the message says why. */
public final class WarehouseUnreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WarehouseUnreachable(Throwable cause) {
    super("The warehouse can't be reached: %s.".formatted(cause.getMessage()), cause);
  }
}
