package org.avance.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.extract.yaml.YamlFault;
import org.avance.feed.Feed;
import org.avance.feed.FeedCatalogue;
import org.avance.feed.descriptor.DescriptorSchema;

/**
 * The feeds of a folder, as an operator sees them.
 *
 * @param names every descriptor, right or wrong, and nothing else
 * @param sound those that can be loaded
 * @param faults what is wrong with the others, and with the rulebook
 * @param notes what is right in sound ones and may not be meant
 */
public record Feeds(List<String> names, List<Summary> sound, List<Fault> faults, List<Note> notes) {

  /** One feed in a line. */
  public record Summary(String feed, String title, String agency, String kinds, String files) {}

  /**
   * One fault of a descriptor.
   *
   * @param feed the descriptor's name
   * @param message file, line, what was expected and what was found
   */
  public record Fault(String feed, String message) {}

  /** What is right in a feed's descriptor and may not be meant. */
  public record Note(String feed, String message) {}

  public Feeds {
    notes = List.copyOf(notes);
    names = List.copyOf(names);
    sound = List.copyOf(sound);
    faults = List.copyOf(faults);
  }

  /** Reads all descriptors and the rulebook. */
  public static Feeds read(Path jobs) throws IOException {
    FeedCatalogue catalogue = FeedCatalogue.read(jobs);
    List<Fault> faults =
        Stream.concat(
                catalogue.faults().stream()
                    .map(f -> new Fault(baseName(Path.of(f.file())), f.toString())),
                rulebookFaults(jobs).stream())
            .toList();
    return new Feeds(
        names(jobs),
        catalogue.feeds().stream().map(Feeds::summary).toList(),
        faults,
        catalogue.feeds().stream()
            .flatMap(feed -> feed.notes().stream().map(note -> new Note(feed.name(), note)))
            .toList());
  }

  /** The JSON Schema of descriptors. */
  public static Map<String, Object> schema() {
    return DescriptorSchema.tree();
  }

  /** The same, of some feeds. */
  public Feeds only(List<String> chosen) {
    return new Feeds(
        chosen,
        sound.stream().filter(feed -> chosen.contains(feed.feed())).toList(),
        faults.stream().filter(fault -> chosen.contains(fault.feed())).toList(),
        notes.stream().filter(note -> chosen.contains(note.feed())).toList());
  }

  private static List<Fault> rulebookFaults(Path jobs) throws IOException {
    return rulebookFault(jobs).map(fault -> new Fault("rules", fault)).stream().toList();
  }

  /** What is wrong with the rulebook, without which nothing is loaded; empty where it is sound. */
  public static Optional<String> rulebookFault(Path jobs) throws IOException {
    try {
      RulebookFile.read(jobs);
      return Optional.empty();
    } catch (YamlFault e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Version of the rulebook; empty where that is not sound. */
  public static String rulebookVersion(Path jobs) throws IOException {
    try {
      return RulebookFile.read(jobs).version();
    } catch (YamlFault e) {
      return "";
    }
  }

  private static Summary summary(Feed feed) {
    String kinds =
        feed.kinds().stream()
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(", "));
    return new Summary(
        feed.name(), feed.title(), feed.agency(), kinds, String.join(", ", feed.filePatterns()));
  }

  private static List<String> names(Path jobs) throws IOException {
    try (Stream<Path> files = Files.list(jobs)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .map(Feeds::baseName)
          .sorted()
          .toList();
    }
  }

  static String baseName(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
  }
}
