package org.avance.extract.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.avance.issue.RefusedFile;

/**
 * The rows of a worksheet from its top. A row in which nothing stands, however it is formatted, is
 * none of them.
 */
interface SheetRows extends Closeable {
  Optional<SheetRow> next() throws IOException, RefusedFile;
}
