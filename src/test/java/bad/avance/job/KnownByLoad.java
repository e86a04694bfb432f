package bad.avance.job;

import bad.avance.load.Staged;

/** The half of the circle that is allowed. */
public interface KnownByLoad {
  Staged staged();
}
