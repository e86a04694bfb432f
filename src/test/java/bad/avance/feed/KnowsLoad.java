package bad.avance.feed;

import bad.avance.load.Staged;

/** Feed and load are joined by job alone. */
public interface KnowsLoad {
  Staged staged();
}
