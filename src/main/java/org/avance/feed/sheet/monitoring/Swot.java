package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.Finding;
import org.avance.model.FindingKind;

/**
 * Strengths and opportunities, weaknesses and threats: items marked {@code 1.(F)}, glued into one
 * paragraph. The letter says what an item is, also in a section that it is foreign to; that is an
 * issue.
 *
 * @param numbers those taken so far, in both sections
 */
record Swot(Section section, Subject subject, Map<FindingKind, Numbers> numbers) {
  private static final Pattern MARK =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?<number>\\d{1,2}) ?[.)-]? ?[(\\[] ?(?<letter>\\p{Lu}) ?[)\\]]");

  private static final Map<String, FindingKind> KINDS =
      Map.of(
          "F", FindingKind.STRENGTH,
          "O", FindingKind.OPPORTUNITY,
          "D", FindingKind.WEAKNESS,
          "A", FindingKind.THREAT);
  private static final Map<Heading, Set<String>> LETTERS =
      Map.of(
          Heading.STRENGTHS, new TreeSet<>(Set.of("F", "O")),
          Heading.WEAKNESSES, new TreeSet<>(Set.of("D", "A")));

  List<Piece> pieces() {
    Passage text = section.prose();
    List<Mark> marks = marks(text);
    List<Piece> pieces = new ArrayList<>();
    int first = marks.isEmpty() ? text.text().length() : marks.get(0).start();
    Passage unmarked = text.part(0, first);
    if (!unmarked.isEmpty()) {
      pieces.add(new Piece(unmarked.lines(), List.of(), List.of(unread(unmarked))));
    }
    for (int i = 0; i < marks.size(); i++) {
      int end = i + 1 < marks.size() ? marks.get(i + 1).start() : text.text().length();
      pieces.add(piece(marks.get(i), text.part(marks.get(i).end(), end), text));
    }
    return pieces;
  }

  private record Mark(int number, String letter, int start, int end) {}

  private static List<Mark> marks(Passage text) {
    List<Mark> marks = new ArrayList<>();
    Matcher mark = MARK.matcher(text.text());
    while (mark.find()) {
      int number = Integer.parseInt(mark.group("number"));
      marks.add(new Mark(number, mark.group("letter"), mark.start(), mark.end()));
    }
    return marks;
  }

  private Piece piece(Mark mark, Passage item, Passage all) {
    Passage whole = item.isEmpty() ? all.part(mark.start(), mark.end()) : item;
    Optional<FindingKind> kind = Optional.ofNullable(KINDS.get(mark.letter()));
    if (kind.isEmpty() || item.isEmpty()) {
      return new Piece(
          whole.lines(), List.of(), List.of(unread(all.part(mark.start(), mark.end()))));
    }
    int number = numbers.computeIfAbsent(kind.get(), each -> new Numbers()).take(mark.number());
    Finding finding = subject.finding(kind.get(), "", number, item.text());
    boolean foreign =
        LETTERS.entrySet().stream()
            .noneMatch(
                each ->
                    each.getKey() == section.heading() && each.getValue().contains(mark.letter()));
    return new Piece(
        whole.lines(), List.of(finding), foreign ? List.of(foreign(mark, item)) : List.of());
  }

  private Issue foreign(Mark mark, Passage item) {
    String letters = String.join(" or ", LETTERS.getOrDefault(section.heading(), Set.of()));
    return issue(IssueCode.LETTER_FOREIGN, item, letters, "(" + mark.letter() + ")");
  }

  private Issue unread(Passage text) {
    String expected = "items marked 1.(F), 2.(O), 3.(D) or 4.(A)";
    return issue(IssueCode.STATEMENT_UNREAD, text, expected, text.text());
  }

  private Issue issue(IssueCode code, Passage at, String expected, String found) {
    String title = section.heading().title();
    return new Issue(
        code,
        Location.cell(at.lines().get(0).number(), title),
        found,
        title + ": expected " + expected + " but found " + Texts.quoted(found),
        expected);
  }
}
