package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.FindingKind;

/**
 * The goods and services that the programme delivers, from the sentence {@code cuatro componentes:
 * a; b; c; y d}. They are parted by semicolons, or by numbers or letters with a bracket, or by
 * commas; taken only where there are as many as the sentence says.
 */
record Components(Section section, Subject subject) {
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?<count>\\w+) componentes?(?: del programa)?(?: son)?(?: los siguientes)?(?: \\w+){0,2}?: ?(?<list>\\S)");
  private static final Pattern MARK =
      Pattern.compile("(?:[ye] )?(?:\\d{1,2}|[a-h]|[ivx]{1,4})[.)] ?");
  private static final Pattern STOP = Pattern.compile("[.](?= ?\\p{Lu}| |$)");
  private static final List<Pattern> PARTED =
      List.of(
          Pattern.compile(" ?; ?(?:[ye] )?"),
          Pattern.compile(" ?[,;]? ?(?:[ye] )?(?<![\\p{L}\\d])(?:\\d|[a-h]|[ivx]{1,4})\\) ?"),
          Pattern.compile(", (?:[ye] )?| [ye] "));
  private static final Map<String, Integer> COUNTS =
      Map.ofEntries(
          Map.entry("un", 1),
          Map.entry("dos", 2),
          Map.entry("tres", 3),
          Map.entry("cuatro", 4),
          Map.entry("cinco", 5),
          Map.entry("seis", 6),
          Map.entry("siete", 7),
          Map.entry("ocho", 8),
          Map.entry("nueve", 9),
          Map.entry("diez", 10));

  List<Piece> pieces() {
    Passage text = section.prose();
    Matcher match = SENTENCE.matcher(text.bare());
    return match.find() ? pieces(text, match) : List.of();
  }

  private List<Piece> pieces(Passage text, Matcher match) {
    Passage list = list(text.part(match.start("list"), text.text().length()));
    Passage sentence = text.part(match.start(), match.start("list") + list.text().length());
    Optional<Integer> count = count(match.group("count"));
    List<Passage> items = count.map(each -> items(list, each)).orElse(List.of());
    if (items.isEmpty()) {
      return List.of(new Piece(sentence.lines(), List.of(), List.of(unread(sentence))));
    }
    List<Piece> pieces = new ArrayList<>();
    for (Passage item : items) {
      int number = pieces.size() + 1;
      pieces.add(subject.piece(item.lines(), FindingKind.COMPONENT, "", number, item.text()));
    }
    return pieces;
  }

  /** Up to the full stop. */
  private static Passage list(Passage rest) {
    Matcher stop = STOP.matcher(rest.text());
    return rest.part(0, stop.find() ? stop.start() : rest.text().length());
  }

  private static Optional<Integer> count(String word) {
    return word.matches("\\d{1,2}")
        ? Optional.of(Integer.parseInt(word))
        : Optional.ofNullable(COUNTS.get(word));
  }

  /** By the first way of parting that makes as many as are said; none where none does. */
  private static List<Passage> items(Passage list, int count) {
    return PARTED.stream()
        .map(parted -> split(list, parted))
        .filter(items -> items.size() == count)
        .findFirst()
        .orElse(List.of());
  }

  private static List<Passage> split(Passage list, Pattern parted) {
    List<Passage> items = new ArrayList<>();
    Matcher mark = parted.matcher(list.text());
    int from = 0;
    while (mark.find()) {
      items.add(list.part(from, mark.start()));
      from = mark.end();
    }
    items.add(list.part(from, list.text().length()));
    return items.stream().map(Components::unmarked).filter(item -> !item.isEmpty()).toList();
  }

  /** Without the letter or number that it may bear beside a semicolon. */
  private static Passage unmarked(Passage item) {
    Matcher mark = MARK.matcher(item.text());
    return item.part(mark.lookingAt() ? mark.end() : 0, item.text().length());
  }

  private Issue unread(Passage sentence) {
    String expected = "as many components as the sentence says, parted by \";\"";
    String title = section.heading().title();
    return new Issue(
        IssueCode.STATEMENT_UNREAD,
        Location.cell(sentence.lines().get(0).number(), title),
        sentence.text(),
        title + ": expected " + expected + " but found " + Texts.quoted(sentence.text()),
        expected);
  }
}
