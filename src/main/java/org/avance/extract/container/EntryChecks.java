package org.avance.extract.container;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.avance.issue.RefusedFile;

/** What a zip's directory says of its entries, held against the limits before any is inflated. */
record EntryChecks(Limits limits) {
  private static final Pattern DRIVE = Pattern.compile("(?s)[A-Za-z]:.*");
  private static final Pattern STEP_UP = Pattern.compile("(?s)(.*/)?\\.\\.(/.*)?");
  private static final Pattern CONTROL = Pattern.compile("(?s).*\\p{Cntrl}.*");
  private static final int LOCAL_HEADER_BYTES = 30;

  void check(List<ZipArchiveEntry> entries) throws RefusedFile {
    if (entries.size() > limits.maxEntries()) {
      throw Refusals.tooManyEntries(entries.size(), limits);
    }
    Set<String> names = new HashSet<>();
    long sum = 0;
    for (ZipArchiveEntry entry : entries) {
      refuseUnsafe(entry);
      if (!names.add(entry.getName())) {
        throw Refusals.twice(entry.getName());
      }
      refuseUnreadable(entry);
      refuseTooLarge(entry);
      sum += entry.getSize();
    }
    if (!limits.bearBytes(sum)) {
      throw Refusals.bytes("the zip's entries together", sum, limits);
    }
  }

  private static void refuseUnsafe(ZipArchiveEntry entry) throws RefusedFile {
    String stored = storedName(entry);
    if (stored.indexOf('\\') >= 0) {
      throw Refusals.unsafe(stored, "a path with a backslash");
    }
    String name = entry.getName();
    if (name.startsWith("/")) {
      throw Refusals.unsafe(name, "an absolute path");
    }
    if (DRIVE.matcher(name).matches()) {
      throw Refusals.unsafe(name, "a path on a drive");
    }
    if (STEP_UP.matcher(name).matches()) {
      throw Refusals.unsafe(name, "a path that leads out of it");
    }
    if (name.isEmpty() || CONTROL.matcher(name).matches()) {
      throw Refusals.unsafe(name, "no name that a file can have");
    }
    if (entry.isUnixSymlink()) {
      throw Refusals.unsafe(name, "a link");
    }
  }

  /** As it stands in the directory: the library shows some backslashes as slashes. */
  private static String storedName(ZipArchiveEntry entry) {
    return new String(entry.getRawName(), StandardCharsets.UTF_8);
  }

  private static void refuseUnreadable(ZipArchiveEntry entry) throws RefusedFile {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw Refusals.encrypted(entry.getName());
    }
    if (entry.getMethod() != ZipMethod.STORED.getCode()
        && entry.getMethod() != ZipMethod.DEFLATED.getCode()) {
      throw Refusals.method(entry.getName(), entry.getMethod());
    }
  }

  private void refuseTooLarge(ZipArchiveEntry entry) throws RefusedFile {
    String what = "entry " + Refusals.shown(entry.getName());
    long unpacked = entry.getSize();
    long packed = entry.getCompressedSize();
    if (unpacked < 0 || packed < 0) {
      throw Refusals.broken(what, "no size");
    }
    if (!limits.bearBytes(unpacked)) {
      throw Refusals.bytes(what, unpacked, limits);
    }
    if (!limits.bearRatio(unpacked, packed)) {
      throw Refusals.ratio(what, unpacked, packed, limits);
    }
  }

  /**
   * Bytes that serve several entries multiply what a zip unpacks to without any bad ratio.
   *
   * @param entries whose data offset is known
   */
  static void refuseOverlaps(List<ZipArchiveEntry> entries) throws RefusedFile {
    List<ZipArchiveEntry> placed = new ArrayList<>(entries);
    placed.sort(Comparator.comparingLong(ZipArchiveEntry::getDataOffset));
    for (int i = 1; i < placed.size(); i++) {
      ZipArchiveEntry before = placed.get(i - 1);
      ZipArchiveEntry entry = placed.get(i);
      long end = before.getDataOffset() + before.getCompressedSize();
      if (end > entry.getDataOffset() - LOCAL_HEADER_BYTES) {
        throw Refusals.overlapping(entry.getName(), before.getName());
      }
    }
  }
}
