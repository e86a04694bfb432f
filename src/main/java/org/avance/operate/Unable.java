package org.avance.operate;

import org.avance.job.CannotLoad;
import org.avance.server.ServerFailure;
import org.avance.warehouse.WarehouseUnreachable;

/** Tells failures whose message is made for an operator from faults of ours. */
public final class Unable {
  private Unable() {}

  /** True where the message alone says what was tried, what was found and what to do. */
  public static boolean explains(Throwable thrown) {
    return thrown instanceof ServerFailure
        || thrown instanceof CannotLoad
        || thrown instanceof WarehouseUnreachable;
  }
}
