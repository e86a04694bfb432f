package org.avance.extract.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.avance.issue.RefusedFile;

/**
 * A zip that can be read without harm:
 *
 * <ul>
 *   <li>what its directory says (sizes, names, methods, places) is held against the limits when it
 *       is opened, before anything is inflated;
 *   <li>each stream ends by a {@link RefusedStream} once it yields more than the directory said, so
 *       that a directory that lies gains nothing.
 * </ul>
 */
public final class LimitedZip implements Closeable {
  /** The end of the directory is looked for in the last 64 KB, four bytes at each of them. */
  private static final long SEARCH_BYTES = 512 << 10;

  private static final long ENTRY_BYTES = 512;

  private final ZipFile zip;
  private final List<ZipArchiveEntry> entries;

  private LimitedZip(ZipFile zip) {
    this.zip = zip;
    this.entries = List.copyOf(Collections.list(zip.getEntries()));
  }

  /**
   * Opens a zip and reads its directory.
   *
   * @throws RefusedFile where the zip is none, is damaged or encrypted, or goes beyond the limits
   */
  public static LimitedZip open(Path file, Limits limits) throws IOException, RefusedFile {
    long budget = SEARCH_BYTES + ENTRY_BYTES * limits.maxEntries();
    DiskBytes bytes = DiskBytes.open(file, budget);
    try {
      LimitedZip zip = new LimitedZip(zipFile(bytes));
      bytes.endBudget();
      new EntryChecks(limits).check(zip.entries);
      zip.place();
      EntryChecks.refuseOverlaps(zip.entries);
      return zip;
    } catch (UncheckedIOException e) {
      bytes.close();
      throw e.getCause();
    } catch (IOException | IllegalArgumentException e) {
      bytes.close();
      throw bytes.isOverBudget()
          ? Refusals.directoryTooLong(limits)
          : Refusals.broken("the zip", e);
    } catch (RefusedFile | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** Only the directory is believed: what local headers say besides is not read. */
  private static ZipFile zipFile(DiskBytes bytes) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(bytes).setIgnoreLocalFileHeader(true).get();
  }

  /** Finds where each entry's bytes begin; one that begins nowhere is damaged. */
  private void place() throws IOException {
    for (ZipArchiveEntry entry : entries) {
      zip.getRawInputStream(entry).close();
    }
  }

  /** In the order of the directory, folders included. */
  public List<ZipArchiveEntry> entries() {
    return entries;
  }

  /** Names of the files, without the folders. */
  public List<String> names() {
    return entries.stream()
        .filter(entry -> !entry.isDirectory())
        .map(ZipArchiveEntry::getName)
        .toList();
  }

  public Optional<ZipArchiveEntry> find(String name) {
    return Optional.ofNullable(zip.getEntry(name));
  }

  /**
   * The unpacked bytes of one of the {@link #entries}.
   *
   * @throws IOException a {@link RefusedStream} where they are not what the directory says, here or
   *     while they are read
   */
  public InputStream open(ZipArchiveEntry entry) throws IOException {
    try {
      return new EntryStream(zip.getInputStream(entry), entry);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
