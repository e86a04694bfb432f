package org.avance.feed.sheet.monitoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.feed.text.Texts;
import org.avance.issue.Findings;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.FindingKind;
import org.avance.model.Stated;

/**
 * Aspects that the programme has committed to improve, from former years with the percentage done,
 * {@code (avance de 40%)}, and from the year after the sheet's. That none was committed is stated
 * in a sentence, and kept as such: it is no gap.
 */
record Commitments(Sections sections, Subject subject, Cells cells) {
  /** What commitments of former years are about, as the heading puts it. */
  static final String FORMER = "años anteriores";

  /** A "no" of commitments: that something else is not there may be a commitment. */
  private static final Pattern NONE =
      Pattern.compile(
          "(?<!\\w)no( se| ha| han)? (compromet\\w*|(cuenta|cuentan|conto|tiene|tienen|tuvo|hay|hubo"
              + "|existen?|generaron|genero|registr\\w+|report\\w+|presenta\\w*|deriv\\w+)( \\w+){0,3}"
              + " (aspectos?|acciones|compromisos?|recomendaciones|mejoras?))"
              + "|(?<!\\w)(sin|ningun|ninguna) (aspectos?|compromisos?|acciones|accion)");

  private static final Pattern DONE =
      Pattern.compile(
          "\\( ?(?:con )?(?:un )?(?:avance ?(?:del? ?|: ?)?(?<done>[^()%]{0,12}?) ?%?"
              + "|(?<bare>\\d[\\d.]{0,5}) ?%) ?\\) ?[.;]?");
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    sections.find(Heading.COMMITMENTS).ifPresent(each -> pieces.addAll(former(each)));
    sections
        .find(Heading.NEW_COMMITMENTS)
        .ifPresent(
            each -> pieces.addAll(latest(each, String.valueOf(Heading.year(each.printed())))));
    return pieces;
  }

  private List<Piece> former(Section section) {
    Passage text = section.prose();
    if (isNone(text)) {
      return none(text, FORMER);
    }
    Numbers numbers = new Numbers();
    List<Piece> pieces = new ArrayList<>();
    for (ListItems.Item item : ListItems.of(text)) {
      split(item.text()).forEach(each -> pieces.add(former(each, numbers.take(item.number()))));
    }
    return pieces;
  }

  private List<Piece> latest(Section section, String year) {
    Passage text = section.prose();
    if (isNone(text)) {
      return none(text, year);
    }
    Numbers numbers = new Numbers();
    return ListItems.of(text).stream()
        .map(
            item ->
                subject.piece(
                    item.text().lines(),
                    FindingKind.IMPROVEMENT_COMMITMENT,
                    year,
                    numbers.take(item.number()),
                    item.text().text()))
        .toList();
  }

  /** A text without items and percentages that says "no". */
  private static boolean isNone(Passage text) {
    String bare = text.bare();
    return NONE.matcher(bare).find()
        && !DONE.matcher(bare).find()
        && ListItems.of(text).stream().allMatch(item -> item.number() == 0);
  }

  private List<Piece> none(Passage text, String about) {
    return List.of(subject.piece(text.lines(), FindingKind.NO_COMMITMENT, about, 1, text.text()));
  }

  /** Where an item's number is lost, each percentage still ends a commitment. */
  private static List<Passage> split(Passage item) {
    List<Passage> parts = new ArrayList<>();
    Matcher done = DONE.matcher(item.bare());
    int from = 0;
    while (done.find()) {
      parts.add(item.part(from, done.end()));
      from = done.end();
    }
    Passage rest = item.part(from, item.text().length());
    if (!rest.isEmpty()) {
      parts.add(rest);
    }
    return parts;
  }

  private Piece former(Passage item, int number) {
    Matcher done = DONE.matcher(item.bare());
    boolean stated = done.find();
    int end = stated ? done.start() : item.text().length();
    List<Issue> issues = new ArrayList<>();
    Stated<BigDecimal> percent =
        stated ? percent(item, printed(item, done), issues) : lacking(item, issues);
    return new Piece(
        item.lines(),
        List.of(
            subject.finding(
                FindingKind.IMPROVEMENT_COMMITMENT,
                FORMER,
                number,
                item.part(0, end).text(),
                percent)),
        issues);
  }

  private static String printed(Passage item, Matcher done) {
    String group = done.group("done") == null ? "bare" : "done";
    return item.text().substring(done.start(group), done.end(group));
  }

  private Stated<BigDecimal> percent(Passage item, String printed, List<Issue> issues) {
    String column = FindingKind.IMPROVEMENT_COMMITMENT.officialLabel();
    Findings<Stated<BigDecimal>> read = cells.figure(printed, item.lines().get(0), column);
    issues.addAll(read.issues());
    Optional<BigDecimal> figure = cells.number(printed);
    figure
        .filter(each -> each.signum() < 0 || each.compareTo(ALL) > 0)
        .ifPresent(
            each ->
                issues.add(
                    issue(
                        item,
                        IssueCode.PERCENT_IMPLAUSIBLE,
                        "a percentage from 0 to 100",
                        Texts.quoted(printed + "%"))));
    return read.value();
  }

  private static Stated<BigDecimal> lacking(Passage item, List<Issue> issues) {
    issues.add(
        issue(
            item,
            IssueCode.STATEMENT_UNREAD,
            "a percentage done, (avance de 40%)",
            Texts.quoted(item.text())));
    return Subject.NO_FIGURE;
  }

  private static Issue issue(Passage item, IssueCode code, String expected, String found) {
    String column = FindingKind.IMPROVEMENT_COMMITMENT.officialLabel();
    return new Issue(
        code,
        Location.cell(item.lines().get(0).number(), column),
        item.text(),
        column + ": expected " + expected + " but found " + found,
        expected);
  }
}
