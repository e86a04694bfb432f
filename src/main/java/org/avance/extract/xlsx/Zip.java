package org.avance.extract.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.avance.extract.container.LimitedZip;
import org.avance.extract.container.Limits;
import org.avance.extract.container.RefusedStream;
import org.avance.issue.IssueCode;
import org.avance.issue.RefusedFile;

/** The parts of a workbook by their names. */
final class Zip implements Closeable {
  private final LimitedZip zip;

  private Zip(LimitedZip zip) {
    this.zip = zip;
  }

  static Zip open(Path file, Limits limits) throws IOException, RefusedFile {
    try {
      return new Zip(LimitedZip.open(file, limits));
    } catch (RefusedFile e) {
      throw e.issue().code() == IssueCode.CONTAINER_BROKEN ? Refusals.cutOff() : e;
    }
  }

  /** A part's bytes; empty where there is none of that name. Case does not matter in names. */
  Optional<InputStream> find(String part) throws IOException, RefusedFile {
    Optional<ZipArchiveEntry> entry = zip.find(part).or(() -> findInAnyCase(part));
    try {
      return entry.isEmpty() ? Optional.empty() : Optional.of(zip.open(entry.get()));
    } catch (RefusedStream e) {
      throw e.refused();
    }
  }

  private Optional<ZipArchiveEntry> findInAnyCase(String part) {
    return zip.entries().stream().filter(each -> each.getName().equalsIgnoreCase(part)).findFirst();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
