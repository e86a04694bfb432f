package org.avance.job;

import java.nio.file.Path;
import org.avance.load.SideRegister;

/**
 * A side file that a delivery is to be staged with.
 *
 * @param file where its bytes lie: in the inbox, or in the archive where it has left that
 * @param entry what is noted of it
 */
record Side(Path file, SideRegister.Entry entry) {
  String name() {
    return entry.name();
  }
}
