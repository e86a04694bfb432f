package org.avance.extract.container;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/** Why a container is refused, each with the setting that would allow it, where one would. */
final class Refusals {
  private static final int SHOWN_NAMES = 10;
  private static final int SHOWN_CHARS = 200;

  private Refusals() {}

  static RefusedFile tooManyEntries(int found, Limits limits) {
    return tooLarge(
        "expected a zip of at most %d entries, found %d".formatted(limits.maxEntries(), found),
        "`limits: {entries: %d}`".formatted(found));
  }

  /** A directory so long that its entries were not counted. */
  static RefusedFile directoryTooLong(Limits limits) {
    return tooLarge(
        "expected a zip of at most %d entries, found a directory of many more"
            .formatted(limits.maxEntries()),
        "a higher `limits: {entries: %d}`".formatted(limits.maxEntries()));
  }

  static RefusedFile ratio(String what, long unpacked, long packed, Limits limits) {
    long ratio = Limits.ratio(unpacked, packed);
    return tooLarge(
        String.format(
            Locale.ROOT,
            "expected %s to unpack to at most %d times its packed size, found %d times (%,d bytes of %,d)",
            what,
            limits.maxRatio(),
            ratio,
            unpacked,
            packed),
        "`limits: {ratio: %d}`".formatted(ratio));
  }

  static RefusedFile bytes(String what, long unpacked, Limits limits) {
    return tooLarge(
        "expected %s to unpack to at most %s, found %s"
            .formatted(what, ByteSize.shown(limits.maxBytes()), ByteSize.shown(unpacked)),
        "`limits: {bytes: %s}`".formatted(ByteSize.roundedUp(unpacked)));
  }

  /** Where unpacking was stopped, so that only the limit is known. */
  static RefusedFile moreThanRatio(String what, long packed, Limits limits) {
    return tooLarge(
        String.format(
            Locale.ROOT,
            "expected %s to unpack to at most %d times its packed size of %,d bytes, found more",
            what,
            limits.maxRatio(),
            packed),
        "a higher `limits: {ratio: %d}`".formatted(limits.maxRatio()));
  }

  static RefusedFile moreThanBytes(String what, Limits limits) {
    String size = ByteSize.shown(limits.maxBytes());
    return tooLarge(
        "expected %s to unpack to at most %s, found more".formatted(what, size),
        "a higher `limits: {bytes: %s}`".formatted(size));
  }

  private static RefusedFile tooLarge(String sentence, String setting) {
    String message = sentence + "; " + setting + " would allow it";
    return refused(IssueCode.CONTAINER_TOO_LARGE, "", message, setting);
  }

  static RefusedFile unsafe(String name, String why) {
    return refused(
        IssueCode.CONTAINER_UNSAFE,
        name,
        "expected entry names within the zip's own folder, found %s, %s"
            .formatted(shown(name), why),
        "names such as folder/file.csv");
  }

  static RefusedFile overlapping(String name, String other) {
    return refused(
        IssueCode.CONTAINER_UNSAFE,
        name,
        "expected each entry to have bytes of its own, found %s within those of %s"
            .formatted(shown(name), shown(other)),
        "entries that do not overlap");
  }

  static RefusedFile twice(String name) {
    return refused(
        IssueCode.CONTAINER_UNSAFE,
        name,
        "expected each entry name once, found %s twice".formatted(shown(name)),
        "names that differ");
  }

  static RefusedFile encrypted(String name) {
    return refused(
        IssueCode.CONTAINER_ENCRYPTED,
        name,
        "expected a zip without a password, found the encrypted entry " + shown(name),
        "a zip without a password");
  }

  static RefusedFile method(String name, int method) {
    return refused(
        IssueCode.CONTAINER_BROKEN,
        name,
        "expected entries that are stored or deflated, found %s packed by method %d"
            .formatted(shown(name), method),
        "methods 0 (stored) and 8 (deflated)");
  }

  static RefusedFile broken(String what, String found) {
    return refused(
        IssueCode.CONTAINER_BROKEN,
        found,
        "expected %s to be whole, found it cut off or damaged".formatted(what),
        "the file as it was packed");
  }

  /** With what the decompressor says of it. */
  static RefusedFile broken(String what, Exception fault) {
    return broken(
        what, Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName()));
  }

  static RefusedFile otherSize(String name, long stated, String found) {
    return refused(
        IssueCode.CONTAINER_BROKEN,
        name,
        String.format(
            Locale.ROOT,
            "expected entry %s to hold the %,d bytes that the zip's directory states, found %s",
            shown(name),
            stated,
            found),
        "a directory that states what the zip holds");
  }

  static RefusedFile nested(String name, String inner) {
    return refused(
        IssueCode.CONTAINER_CONTENT,
        "",
        "expected a file that is packed once, found %s, which is itself a %s"
            .formatted(name, inner),
        "the file, or one .gz or .zip of it");
  }

  static RefusedFile noFile(List<String> names, Packing packing) {
    return refused(
        IssueCode.CONTAINER_CONTENT,
        "",
        "expected a zip of one file%s, found %s".formatted(like(packing), listed(names)),
        "one file" + like(packing));
  }

  static RefusedFile severalFiles(List<String> names, Packing packing) {
    return refused(
        IssueCode.CONTAINER_CONTENT,
        "",
        "expected a zip of one file%s, found %d: %s; `entry` picks one by a pattern of its name"
            .formatted(like(packing), names.size(), listed(names)),
        "`entry: 'pattern'` that one of them has");
  }

  private static String like(Packing packing) {
    return packing.takesAny() ? "" : " like `%s`".formatted(packing.entry());
  }

  private static String listed(List<String> names) {
    String first =
        names.stream().limit(SHOWN_NAMES).map(Refusals::shown).collect(Collectors.joining(", "));
    int more = names.size() - SHOWN_NAMES;
    return names.isEmpty() ? "none" : first + (more > 0 ? " and %d more".formatted(more) : "");
  }

  /** Between quotes; without what would move a terminal's cursor. */
  static String shown(String name) {
    String cut = name.length() <= SHOWN_CHARS ? name : name.substring(0, SHOWN_CHARS) + "…";
    return '"' + cut.replaceAll("\\p{Cntrl}", "\uFFFD") + '"';
  }

  private static RefusedFile refused(
      IssueCode code, String found, String message, String accepted) {
    return new RefusedFile(new Issue(code, Location.FILE, found, message, accepted));
  }
}
