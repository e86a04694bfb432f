package org.avance.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.avance.extract.yaml.YamlFault;
import org.avance.extract.yaml.YamlFile;
import org.avance.feed.descriptor.DescriptorFault;
import org.avance.feed.descriptor.DescriptorReader;

/** The feeds of a {@code jobs} folder, and what is wrong with descriptors that yield none. */
public final class FeedCatalogue {
  private static final String ENDING = ".yaml";
  private static final String OTHER_ENDING = ".yml";

  private final List<Feed> feeds = new ArrayList<>();
  private final List<DescriptorFault> faults = new ArrayList<>();

  private FeedCatalogue() {}

  /**
   * Reads every {@code *.yaml} of a folder, not of folders below it. A wrong one does not stop the
   * others.
   *
   * @param jobs faults name files by the path that is given here
   */
  public static FeedCatalogue read(Path jobs) throws IOException {
    FeedCatalogue catalogue = new FeedCatalogue();
    try (Stream<Path> files = Files.list(jobs)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        catalogue.add(file);
      }
    }
    return catalogue;
  }

  /** The sound ones, by name. */
  public List<Feed> feeds() {
    return List.copyOf(feeds);
  }

  /** Everything that is wrong, by file and line. */
  public List<DescriptorFault> faults() {
    return List.copyOf(faults);
  }

  private void add(Path file) throws IOException {
    String fileName = String.valueOf(file.getFileName());
    if (fileName.endsWith(OTHER_ENDING)) {
      String message = "expected a descriptor to end in .yaml but found " + fileName;
      faults.add(new DescriptorFault(file.toString(), 1, message));
    }
    if (!fileName.endsWith(ENDING)) {
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      String name = fileName.substring(0, fileName.length() - ENDING.length());
      DescriptorReader.Outcome outcome = DescriptorReader.read(YamlFile.read(file), name);
      outcome.descriptors().forEach(sound -> feeds.add(new Feed(sound, digest(bytes))));
      faults.addAll(outcome.faults());
    } catch (YamlFault e) {
      faults.add(new DescriptorFault(e.place().file(), e.place().line(), sentence(e)));
    }
  }

  /** The fault's message without the place, which stands beside it. */
  private static String sentence(YamlFault fault) {
    String message = String.valueOf(fault.getMessage());
    String place = fault.place() + ": ";
    return message.startsWith(place) ? message.substring(place.length()) : message;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
