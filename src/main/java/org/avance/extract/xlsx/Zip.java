package org.avance.extract.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.avance.issue.RefusedFile;

/** The parts of a workbook by their names. */
final class Zip implements Closeable {
  private final ZipFile zip;

  private Zip(ZipFile zip) {
    this.zip = zip;
  }

  static Zip open(Path file) throws IOException, RefusedFile {
    try {
      return new Zip(ZipFile.builder().setPath(file).get());
    } catch (ZipException | java.io.EOFException e) {
      throw Refusals.damaged("expected a workbook, found a zip archive that is cut off or damaged");
    }
  }

  /** A part's bytes; empty where there is none of that name. Case does not matter in names. */
  Optional<InputStream> find(String part) throws IOException {
    ZipArchiveEntry exact = zip.getEntry(part);
    Optional<ZipArchiveEntry> entry =
        exact != null
            ? Optional.of(exact)
            : Collections.list(zip.getEntries()).stream()
                .filter(each -> each.getName().equalsIgnoreCase(part))
                .findFirst();
    return entry.isEmpty() ? Optional.empty() : Optional.of(zip.getInputStream(entry.get()));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
