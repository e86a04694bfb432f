package org.avance.extract.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.avance.issue.RefusedFile;

/**
 * The file that a delivery's bytes hold: themselves, or the one file in their .gz or .zip, told by
 * their content. What is unpacked lies in a temporary file until this is closed.
 */
public final class Unpacked implements Closeable {
  /** Says whose the file is, should its process be killed. */
  static final String PREFIX = "avance-" + ProcessHandle.current().pid() + "-";

  /** What operating systems put beside the files that people zip. */
  private static final Set<String> LITTER = Set.of(".ds_store", "thumbs.db", "desktop.ini");

  private static final String OFFICE_CONTENT = "[Content_Types].xml";
  private static final String LITTER_FOLDER = "__macosx/";

  private final Path file;
  private final boolean temporary;

  private Unpacked(Path file, boolean temporary) {
    this.file = file;
    this.temporary = temporary;
  }

  /**
   * Unpacks a file where it is packed.
   *
   * @throws RefusedFile where it is damaged, goes beyond the limits or holds no one such file
   */
  public static Unpacked of(Path file, Packing packing) throws IOException, RefusedFile {
    return switch (Container.of(file)) {
      case NONE -> new Unpacked(file, false);
      case GZ -> gz(file, packing.limits());
      case ZIP, EMPTY_ZIP -> zip(file, packing);
    };
  }

  /** A file's name less its {@code .gz} or {@code .zip}: what the name says of the file within. */
  public static String name(String fileName) {
    return fileName.replaceFirst("(?i)(?<=[^/])\\.(gz|zip)$", "");
  }

  public Path file() {
    return file;
  }

  private static Unpacked gz(Path file, Limits limits) throws IOException, RefusedFile {
    try (InputStream in = GzStream.open(file, limits)) {
      return copied(in, "the file in the .gz", limits);
    } catch (RefusedStream e) {
      throw e.refused();
    }
  }

  private static Unpacked zip(Path file, Packing packing) throws IOException, RefusedFile {
    try (LimitedZip zip = LimitedZip.open(file, packing.limits())) {
      if (isOfficeDocument(zip)) {
        return new Unpacked(file, false);
      }
      ZipArchiveEntry entry = picked(zip, packing);
      try (InputStream in = zip.open(entry)) {
        return copied(in, "entry " + Refusals.shown(entry.getName()), packing.limits());
      }
    } catch (RefusedStream e) {
      throw e.refused();
    }
  }

  private static ZipArchiveEntry picked(LimitedZip zip, Packing packing) throws RefusedFile {
    List<String> files = zip.names().stream().filter(name -> !isLitter(name)).toList();
    List<String> fitting = files.stream().filter(packing::takes).toList();
    if (fitting.isEmpty()) {
      throw Refusals.noFile(files, packing);
    }
    if (fitting.size() > 1) {
      throw Refusals.severalFiles(fitting, packing);
    }
    return zip.find(fitting.get(0)).orElseThrow();
  }

  private static boolean isLitter(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    String last = folded.substring(folded.lastIndexOf('/') + 1);
    return LITTER.contains(last) || folded.startsWith(LITTER_FOLDER);
  }

  private static Unpacked copied(InputStream in, String what, Limits limits)
      throws IOException, RefusedFile {
    Path file = Files.createTempFile(PREFIX, ".unpacked");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        in.transferTo(out);
      }
      refusePackedAgain(file, what, limits);
      return new Unpacked(file, true);
    } catch (IOException | RefusedFile | RuntimeException e) {
      Files.delete(file);
      throw e;
    }
  }

  private static void refusePackedAgain(Path file, String what, Limits limits)
      throws IOException, RefusedFile {
    Container inner = Container.of(file);
    if (inner == Container.NONE) {
      return;
    }
    if (inner == Container.ZIP) {
      try (LimitedZip zip = LimitedZip.open(file, limits)) {
        if (isOfficeDocument(zip)) {
          return;
        }
      }
    }
    throw Refusals.nested(what, inner.ending());
  }

  /** An office document is a zip, too, which the reader of its format opens. */
  private static boolean isOfficeDocument(LimitedZip zip) {
    return zip.find(OFFICE_CONTENT).isPresent();
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.deleteIfExists(file);
    }
  }
}
