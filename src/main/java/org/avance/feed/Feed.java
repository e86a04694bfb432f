package org.avance.feed;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.avance.extract.container.Unpacked;
import org.avance.feed.descriptor.Descriptor;
import org.avance.feed.text.Texts;
import org.avance.feed.trust.Scope;
import org.avance.feed.trust.Trust;
import org.avance.issue.RefusedFile;
import org.avance.model.FactKind;

/** One kind of file from one agency, as its descriptor describes it. */
public final class Feed {
  private final Descriptor descriptor;
  private final String descriptorDigest;
  private final Content content;
  private final List<String> sideFiles;

  Feed(Descriptor descriptor, String descriptorDigest) {
    this.descriptor = descriptor;
    this.descriptorDigest = descriptorDigest;
    this.content =
        descriptor.documents().stream()
            .<Content>map(words -> new SheetFiles(words, descriptor.packing()))
            .findFirst()
            .orElseGet(() -> new TableFiles(descriptor));
    this.sideFiles = content.sideFiles();
  }

  public String name() {
    return descriptor.feed();
  }

  public String title() {
    return descriptor.title();
  }

  /** Who sends the files. */
  public String agency() {
    return descriptor.agency();
  }

  /** Where the agency publishes the files; empty where the descriptor does not say. */
  public String source() {
    return descriptor.source();
  }

  /** Globs of the files that are this feed's, relative to the inbox. */
  public List<String> filePatterns() {
    return descriptor.files();
  }

  /** SHA-256 of the descriptor's bytes, in hexadecimal. */
  public String descriptorDigest() {
    return descriptorDigest;
  }

  public Trust trust() {
    return descriptor.trust();
  }

  public Scope scope() {
    return descriptor.scope();
  }

  /** What is right in the descriptor and may not be meant, in words. */
  public List<String> notes() {
    return content.notes();
  }

  /** The kinds of fact that its records yield, in any layout. */
  public Set<FactKind> kinds() {
    return content.kinds();
  }

  /** Paths below the inbox of the side files that its lookups need, in any layout. */
  public List<String> sideFiles() {
    return sideFiles;
  }

  /**
   * Whether a file is this feed's, by its path from the inbox with {@code /} between folders; a
   * packed one is, where the file within would be. A side file is none of its deliveries.
   */
  public boolean takes(String relativePath) {
    return findSideFile(relativePath).isEmpty()
        && matches(descriptor.files().stream(), relativePath);
  }

  /** Whether a file of this name would be this feed's in some folder of the inbox. */
  public boolean takesName(String fileName) {
    return matches(
        descriptor.files().stream().map(glob -> Texts.trimmed(glob).replaceFirst(".*/", "")),
        fileName);
  }

  private static boolean matches(Stream<String> globs, String name) {
    Path path = Path.of(Texts.trimmed(name));
    Path within = Path.of(plain(name));
    return globs
        .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + Texts.trimmed(glob)))
        .anyMatch(matcher -> matcher.matches(path) || matcher.matches(within));
  }

  /** What patterns look at: an agency that begins to pack its files changes no descriptor. */
  private static String plain(String name) {
    return Unpacked.name(Texts.trimmed(name));
  }

  /** Which of {@link #sideFiles} a file is, by its path from the inbox. */
  public Optional<String> findSideFile(String relativePath) {
    return Optional.of(Texts.trimmed(relativePath)).filter(sideFiles::contains);
  }

  /**
   * The edition that a file's name states; {@link Edition#BY_ARRIVAL} where names say nothing.
   *
   * @param fileName without folders; a {@code .gz} or {@code .zip} at its end is not looked at
   * @throws RefusedFile where the name should state it and does not
   */
  public Edition edition(String fileName) throws RefusedFile {
    return content.edition(plain(fileName));
  }

  /**
   * What a delivery says of itself, by its name or in its text.
   *
   * @param file where the bytes lie, by whatever name
   * @param fileName the name that the agency gave, without folders
   * @throws RefusedFile where it does not say it
   */
  public Arrival arrival(Path file, String fileName) throws IOException, RefusedFile {
    return content.arrival(file, plain(fileName));
  }

  /**
   * Opens a file of this feed: unpacks it, picks its layout and reads up to its first record.
   *
   * @param file where the bytes lie, by whatever name
   * @param fileName the name that the agency gave, without folders
   * @param sides read whole where facts take from them
   * @throws RefusedFile where it can't be a file of this feed, or a side file can't be used
   */
  public OpenFile open(Path file, String fileName, SideFiles sides)
      throws IOException, RefusedFile {
    return content.open(file, plain(fileName), sides);
  }

  /** Opens a file of a feed without lookups; one that has some is refused for its side files. */
  public OpenFile open(Path file, String fileName) throws IOException, RefusedFile {
    return open(file, fileName, SideFiles.NONE);
  }

  @Override
  public String toString() {
    return "feed " + name();
  }
}
