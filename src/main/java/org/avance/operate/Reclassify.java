package org.avance.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.avance.issue.NearestWord;
import org.avance.job.Reclassifier;
import org.avance.job.WrongRulebook;
import org.avance.server.WarehouseServer;

/** Judges all history anew, by the rulebook of now or by another. No figure is touched. */
public final class Reclassify {
  private Reclassify() {}

  /**
   * A feed whose figures are judged.
   *
   * @param figures published ones that the rulebook judges
   * @param rulebooks versions by which they stood judged before
   */
  public record Scope(String feed, long figures, List<String> rulebooks) {
    public Scope {
      rulebooks = List.copyOf(rulebooks);
    }
  }

  /**
   * What came of a feed.
   *
   * @param looked judgements that were made anew
   * @param changed those that say something else now
   * @param renewed those that say the same, under another version of the rulebook
   * @param reason why the feed could not be judged; empty where it was
   */
  public record Outcome(String feed, long looked, long changed, long renewed, String reason) {}

  /**
   * What it is about, and what came of it.
   *
   * @param rulebook version by which all is judged
   * @param isOfLoads whether loads judge by the same
   * @param feeds what there is to be judged
   * @param done false where whoever was asked did not agree, and nothing was done
   * @param outcomes one for each feed, once it is done
   */
  public record Report(
      String rulebook, boolean isOfLoads, List<Scope> feeds, boolean done, List<Outcome> outcomes) {
    public Report {
      feeds = List.copyOf(feeds);
      outcomes = List.copyOf(outcomes);
    }

    /** Whether nothing is left for an operator to do. */
    public boolean allWell() {
      return (done || feeds.isEmpty())
          && outcomes.stream().allMatch(outcome -> outcome.reason().isEmpty());
    }
  }

  /**
   * Judges history anew.
   *
   * @param word folder or version of a rulebook; empty for that of now
   * @param feeds names of feeds; all where empty
   * @throws Refusal where there is no such rulebook or feed
   * @throws Unsound where the rulebook is wrong
   */
  public static Report perform(
      Workplace place,
      String word,
      Set<String> feeds,
      Approval<Report> approval,
      Run.Watcher watcher) {
    place.mustHaveJobs();
    try {
      Path rules = rules(place, word);
      try (WarehouseServer server = WarehouseServer.join(place.server());
          Reclassifier reclassifier =
              Reclassifier.open(place.loads(server.endpoint()), rules, watcher::at)) {
        return report(reclassifier, feeds, approval);
      }
    } catch (WrongRulebook e) {
      throw new Unsound(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Refusal("the rulebook can't be read: " + e.getMessage());
    }
  }

  private static Report report(
      Reclassifier reclassifier, Set<String> feeds, Approval<Report> approval) throws IOException {
    List<Reclassifier.Scope> all = reclassifier.feeds();
    mustBeJudged(feeds, all.stream().map(Reclassifier.Scope::feed).toList());
    List<Reclassifier.Scope> chosen =
        all.stream().filter(each -> feeds.isEmpty() || feeds.contains(each.feed())).toList();
    Report scope =
        new Report(
            reclassifier.version(),
            !reclassifier.isOtherThanOfLoads(),
            chosen.stream().map(f -> new Scope(f.feed(), f.figures(), f.rulebooks())).toList(),
            false,
            List.of());
    if (chosen.isEmpty() || !approval.given(scope)) {
      return scope;
    }
    List<Outcome> outcomes =
        chosen.stream().map(reclassifier::reclassify).map(Reclassify::outcome).toList();
    return new Report(scope.rulebook(), scope.isOfLoads(), scope.feeds(), true, outcomes);
  }

  private static Outcome outcome(Reclassifier.Outcome outcome) {
    return new Outcome(
        outcome.feed(), outcome.looked(), outcome.changed(), outcome.renewed(), outcome.reason());
  }

  private static void mustBeJudged(Set<String> feeds, List<String> judged) {
    for (String feed : feeds) {
      if (!judged.contains(feed)) {
        String nearest =
            NearestWord.of(feed, judged).map(near -> "; did you mean " + near + "?").orElse("");
        throw new Refusal(
            "reclassify --feed %s: the warehouse holds no figures of such a feed that a rulebook judges; there are %s%s"
                .formatted(feed, judged.isEmpty() ? "none" : String.join(", ", judged), nearest));
      }
    }
  }

  private static Path rules(Workplace place, String word) throws IOException {
    Path own = place.jobs().resolve("rules");
    if (word.isEmpty()) {
      return own;
    }
    Map<String, Path> known =
        Files.isDirectory(own) ? Reclassifier.rulebooks(place.jobs()) : Map.of();
    Path named = known.get(word);
    if (named != null) {
      return named;
    }
    Path folder = Path.of(word).toAbsolutePath().normalize();
    if (Files.isRegularFile(folder.resolve("rulebook.yaml"))) {
      return folder;
    }
    throw new Refusal(
        "reclassify --rulebook %s: expected the version of a rulebook or a folder with a rulebook.yaml, found neither; below %s there are the versions %s"
            .formatted(word, own, String.join(", ", known.keySet())));
  }
}
