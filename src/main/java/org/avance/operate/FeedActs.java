package org.avance.operate;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.issue.NearestWord;
import org.avance.job.Feeds;

/** Looks at the feeds' descriptors, without a database. */
public final class FeedActs {
  private FeedActs() {}

  /** One feed in a line. */
  public record Summary(String feed, String title, String agency, String kinds, String files) {}

  /** What is right in a feed's descriptor and may not be meant. */
  public record Note(String feed, String note) {}

  /**
   * Feeds, and what is wrong.
   *
   * @param sound feeds that can be loaded, by name
   * @param faults of other descriptors and the rulebook: file, line, what was expected and found
   * @param notes what is right in sound ones and may not be meant
   */
  public record Report(List<Summary> sound, List<String> faults, List<Note> notes) {
    public Report {
      sound = List.copyOf(sound);
      faults = List.copyOf(faults);
      notes = List.copyOf(notes);
    }

    private static Report of(Feeds feeds) {
      return new Report(
          feeds.sound().stream()
              .map(f -> new Summary(f.feed(), f.title(), f.agency(), f.kinds(), f.files()))
              .toList(),
          feeds.faults().stream().map(Feeds.Fault::message).toList(),
          feeds.notes().stream().map(n -> new Note(n.feed(), n.message())).toList());
    }
  }

  /** All sound feeds, and what is wrong with the other descriptors. */
  public static Report list(Workplace place) {
    return Report.of(read(place));
  }

  /** The JSON Schema by which editors complete and check descriptors. */
  public static Map<String, Object> schema() {
    return Feeds.schema();
  }

  private static Feeds read(Workplace place) {
    place.mustHaveJobs();
    try {
      return Feeds.read(place.jobs());
    } catch (IOException e) {
      throw new Refusal("the folder %s can't be read: %s".formatted(place.jobs(), e.getMessage()));
    }
  }

  /**
   * Checks descriptors.
   *
   * @param names feeds to check; all where empty
   * @return feeds and faults, of the named ones only
   * @throws Refusal where there is no descriptor of a name
   */
  public static Report check(Workplace place, List<String> names) {
    Feeds all = read(place);
    if (names.isEmpty()) {
      return Report.of(all);
    }
    for (String name : names) {
      if (!all.names().contains(name)) {
        throw new Refusal(
            "no descriptor %s.yaml in %s (see --jobs); there are %s%s"
                .formatted(
                    name,
                    place.jobs(),
                    String.join(", ", all.names()),
                    nearest(name, all.names())));
      }
    }
    return Report.of(all.only(names));
  }

  static void mustHaveSoundRulebook(Workplace place) {
    try {
      Optional<String> fault = Feeds.rulebookFault(place.jobs());
      if (fault.isPresent()) {
        throw new Unsound(fault.get());
      }
    } catch (IOException e) {
      throw new Refusal("the rulebook in %s can't be read: %s".formatted(place.jobs(), e));
    }
  }

  private static String nearest(String word, List<String> known) {
    return NearestWord.of(word, known).map(near -> "; did you mean " + near + "?").orElse("");
  }
}
