package org.avance.operate;

import java.io.IOException;
import java.util.List;
import org.avance.job.InboxFiles;
import org.avance.job.LoadSettings;
import org.avance.job.WrongRulebook;

/** Lists what lies in the inbox, and what the next run would make of it; writes nothing. */
public final class InboxList {
  private InboxList() {}

  /**
   * A file, for one feed that takes it.
   *
   * @param file path below the inbox
   * @param feed empty where none takes it
   * @param state new, unfinished, due again, waiting, known, rejected, side file, unclaimed or
   *     unreadable
   * @param delivery key of the delivery that its bytes are; 0 where they are none yet
   * @param status of that delivery; empty where there is none
   * @param edition as far as it is known
   * @param note why it can't be read, or what it waits for
   */
  public record FileState(
      String file,
      String feed,
      String state,
      long bytes,
      long delivery,
      String status,
      String edition,
      String note) {
    private static FileState of(InboxFiles.InboxFile it) {
      return new FileState(
          it.file(),
          it.feed(),
          it.state().words(),
          it.bytes(),
          it.delivery(),
          it.status(),
          it.edition(),
          it.note());
    }
  }

  /**
   * All of them, by feed and name.
   *
   * @param descriptorFaults what is wrong with descriptors, whose files nobody takes
   */
  public record Report(List<FileState> files, List<String> descriptorFaults) {
    public Report {
      files = List.copyOf(files);
      descriptorFaults = List.copyOf(descriptorFaults);
    }
  }

  /**
   * Looks and changes nothing.
   *
   * @param feed only its files; all where empty
   * @throws Refusal where there is no such feed or no inbox
   * @throws Unsound where the rulebook is wrong: what is due then can't be told
   */
  public static Report perform(Workplace place, String feed) {
    place.mustHaveJobs();
    List<String> faults =
        FeedActs.check(place, feed.isEmpty() ? List.of() : List.of(feed)).faults();
    place.mustHaveInbox();
    FeedActs.mustHaveSoundRulebook(place);
    return Look.at(
        place,
        () -> new Report(files(place.loadsOfNone(), feed, false), faults),
        look -> new Report(files(look.settings(), feed, true), faults));
  }

  private static List<FileState> files(LoadSettings settings, String feed, boolean hasTables) {
    try {
      return new InboxFiles(settings).list(feed, hasTables).stream().map(FileState::of).toList();
    } catch (IOException e) {
      throw new Refusal("the inbox can't be looked at: " + e.getMessage());
    } catch (WrongRulebook e) {
      throw new Unsound(String.valueOf(e.getMessage()));
    }
  }
}
