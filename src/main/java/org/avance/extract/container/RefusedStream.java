package org.avance.extract.container;

import java.io.IOException;
import java.util.Optional;
import org.avance.issue.RefusedFile;

/**
 * A refusal on its way through a reader that lets only {@link IOException} pass: a stream of {@link
 * LimitedZip} throws it when the limit is reached or the bytes are not what the zip says.
 */
public final class RefusedStream extends IOException {
  private static final long serialVersionUID = 1L;
  private final RefusedFile refused;

  RefusedStream(RefusedFile refused) {
    super(refused);
    this.refused = refused;
  }

  public RefusedFile refused() {
    return refused;
  }

  /** The refusal that a foreign reader may have wrapped in exceptions of its own. */
  public static Optional<RefusedFile> findIn(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof RefusedStream stream) {
        return Optional.of(stream.refused);
      }
    }
    return Optional.empty();
  }
}
