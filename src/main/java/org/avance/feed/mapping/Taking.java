package org.avance.feed.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.feed.mapping.Refinement.Aliases;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.model.MissingReason;

/**
 * Takes the text of one word from one row: its source, then each refinement in turn, then, where
 * that yields nothing, the first fallback that may be taken.
 *
 * @param word names the word in messages where it is no column
 */
record Taking(Cells cells, String word) {

  Taken take(Origin origin) {
    Taken taken = refined(origin, printed(origin));
    return taken instanceof Taken.Nothing && !origin.fallbacks().isEmpty()
        ? fallback(origin).<Taken>map(each -> each).orElse(taken)
        : taken;
  }

  private Taken printed(Origin origin) {
    if (origin.source() instanceof Source.Composed composed) {
      return composed(composed);
    }
    if (origin.source() instanceof Source.Joined joined) {
      Taken cell = joined.take(cells);
      return cell instanceof Taken.Text text ? plain(origin, text.text()) : cell;
    }
    return plain(origin, cells.printed(origin));
  }

  private Taken plain(Origin origin, String cell) {
    String printed = Texts.trimmed(cell);
    Optional<MissingReason> reason = cells.missing().reason(printed);
    return reason.isPresent() && !origin.maps(printed)
        ? new Taken.Nothing(reason.get(), printed)
        : new Taken.Text(printed);
  }

  private Taken refined(Origin origin, Taken printed) {
    if (!(printed instanceof Taken.Text found)) {
      return printed;
    }
    if (origin.refinements().isEmpty() && !origin.assumed() && !found.text().isEmpty()) {
      return found;
    }
    List<Issue> notes = new ArrayList<>(found.notes());
    String text = found.text();
    for (Refinement refinement : origin.refinements()) {
      Optional<String> refined = refinement.refine(text).map(Texts::trimmed);
      if (refined.isEmpty()) {
        return new Taken.Fault(mismatch(origin, text, refinement));
      }
      if (refinement instanceof Aliases && !refined.get().equals(text)) {
        notes.add(alias(origin, text, refined.get()));
      }
      text = refined.get();
    }
    return text.isEmpty()
        ? new Taken.Nothing(MissingReason.BLANK, found.text())
        : new Taken.Text(text, found.assumed() || origin.assumed(), notes);
  }

  private Optional<Taken.Text> fallback(Origin origin) {
    return origin.fallbacks().stream()
        .filter(each -> cells.hold(each.when()))
        .findFirst()
        .map(each -> new Taken.Text(each.text(), origin.assumed() || each.assumed(), List.of()));
  }

  /** What the parts of a composed text have come to so far. */
  private static final class Pieces {
    private final StringBuilder text = new StringBuilder();
    private final List<Issue> notes = new ArrayList<>();
    private final List<Origin> blank = new ArrayList<>();
    private boolean assumed;
    private boolean printed;
    private boolean givenOnly = true;

    void add(String given) {
      text.append(given);
    }

    void add(Origin part, Taken taken) {
      givenOnly = false;
      if (taken instanceof Taken.Text found) {
        text.append(found.text());
        notes.addAll(found.notes());
        assumed |= found.assumed();
        printed |= !found.text().isEmpty();
      } else {
        blank.add(part);
      }
    }

    Taken taken() {
      return givenOnly || printed
          ? new Taken.Text(Texts.trimmed(text.toString()), assumed, notes)
          : new Taken.Nothing(MissingReason.BLANK, "");
    }
  }

  /**
   * All parts or nothing: a text that lacks one of them would look like another one. A text that
   * the descriptor gives is no reason for one to be there.
   */
  private Taken composed(Source.Composed composed) {
    Pieces pieces = new Pieces();
    for (Origin part : composed.parts()) {
      if (part.source() instanceof Source.Constant given && part.refinements().isEmpty()) {
        pieces.add(given.text());
        continue;
      }
      Taken taken = take(part);
      if (taken instanceof Taken.Fault) {
        return taken;
      }
      pieces.add(part, taken);
    }
    return pieces.printed && !pieces.blank.isEmpty()
        ? new Taken.Fault(lacking(pieces.blank.get(0)))
        : pieces.taken();
  }

  private Issue lacking(Origin part) {
    return cells.issue(
        IssueCode.VALUE_REQUIRED,
        part,
        word,
        "expected a text, as " + word + " is composed of it, but found none",
        "a text, or a default for this part");
  }

  private Issue alias(Origin origin, String printed, String label) {
    return cells.issue(
        IssueCode.LABEL_ALIAS,
        origin,
        word,
        Texts.quoted(printed) + " is read as " + Texts.quoted(label),
        label);
  }

  private Issue mismatch(Origin origin, String text, Refinement refinement) {
    String pattern = refinement instanceof Extract extract ? extract.pattern().pattern() : "";
    return cells.issue(
        IssueCode.PATTERN_MISMATCH,
        origin,
        word,
        "expected a text of the pattern " + pattern + " but found " + Texts.quoted(text),
        pattern);
  }
}
