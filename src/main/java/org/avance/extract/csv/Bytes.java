package org.avance.extract.csv;

import java.io.IOException;
import java.io.InputStream;

/** A file's bytes, from their beginning as often as they are opened. */
@FunctionalInterface
interface Bytes {
  InputStream open() throws IOException;
}
