package org.avance.operate;

import org.avance.server.ServerFailure;
import org.avance.warehouse.QueryRefused;

/** Tells failures whose message is made for an operator from faults of ours. */
public final class Unable {
  private Unable() {}

  /** True where the message alone says what was tried, what was found and what to do. */
  public static boolean explains(Throwable thrown) {
    return thrown instanceof ServerFailure
        || thrown instanceof QueryRefused
        || thrown.getClass().getSimpleName().equals("SchemaFailure");
  }
}
