package org.avance.feed;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.avance.feed.descriptor.EditionPlan;
import org.avance.feed.mapping.Origin;
import org.avance.feed.mapping.Refinement;
import org.avance.feed.mapping.Source;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/** Reads a delivery's edition out of its file name. */
final class Editions {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)|2100");

  private Editions() {}

  static Edition of(EditionPlan plan, String fileName) throws RefusedFile {
    if (!(plan instanceof EditionPlan.Named named)) {
      return Edition.BY_ARRIVAL;
    }
    Optional<String> text = text(named.text(), fileName);
    if (text.isEmpty()) {
      throw refused(
          "expected a file name that states its edition (%s), found %s"
              .formatted(pattern(named.text()), Texts.quoted(fileName)),
          pattern(named.text()));
    }
    return new Edition(text.get(), year(text.get(), named.yearEnd()));
  }

  private static Optional<String> text(Origin origin, String fileName) {
    Optional<String> text = printed(origin, fileName);
    for (Refinement refinement : origin.refinements()) {
      text = text.flatMap(refinement::refine);
    }
    return text.filter(each -> !each.isBlank());
  }

  private static Optional<String> printed(Origin origin, String fileName) {
    if (origin.source() instanceof Source.FileName name) {
      return name.extract().refine(fileName);
    }
    return origin.source() instanceof Source.Composed composed
        ? composed(composed, fileName)
        : Optional.of(pattern(origin));
  }

  /** All parts or nothing: an edition that lacks one would look like another. */
  private static Optional<String> composed(Source.Composed composed, String fileName) {
    StringBuilder all = new StringBuilder();
    for (Origin part : composed.parts()) {
      Optional<String> text =
          part.source() instanceof Source.Constant given
              ? Optional.of(given.text())
              : text(part, fileName);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      all.append(text.get());
    }
    return Optional.of(all.toString());
  }

  /** The patterns that the file name must have, or the constant. */
  private static String pattern(Origin origin) {
    if (origin.source() instanceof Source.Composed composed) {
      return composed.parts().stream()
          .filter(part -> part.source() instanceof Source.FileName)
          .map(Editions::pattern)
          .collect(Collectors.joining(" and "));
    }
    if (origin.source() instanceof Source.FileName name) {
      return name.extract().pattern().pattern();
    }
    return origin.source() instanceof Source.Constant constant ? constant.text() : "";
  }

  private static int year(String edition, EditionPlan.YearEnd end) throws RefusedFile {
    List<Integer> years =
        YEAR.matcher(edition)
            .results()
            .map(MatchResult::group)
            .map(Integer::valueOf)
            .distinct()
            .toList();
    if (years.isEmpty()) {
      return 0;
    }
    return switch (end) {
      case FIRST -> years.get(0);
      case LAST -> years.get(years.size() - 1);
      case ONLY -> {
        if (years.size() > 1) {
          throw refused(
              "expected an edition of one year, found " + Texts.quoted(edition),
              "one year; or say yearEnd: first or last in the descriptor");
        }
        yield years.get(0);
      }
    };
  }

  private static RefusedFile refused(String message, String accepted) {
    return new RefusedFile(
        new Issue(IssueCode.FILE_NAME_UNREADABLE, Location.FILE, "", message, accepted));
  }
}
