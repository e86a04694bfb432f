package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.text.Texts;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.model.Finding;
import org.avance.model.FindingKind;

/**
 * What the sheet says in words: its texts by section, recommendations, what changed in the year
 * that runs, footnotes, the first year, and the evaluations that it cites.
 *
 * @param table lines of labelled rows, which are no text
 */
record Statements(Sections sections, Subject subject, Set<SheetLine> table) {
  private static final List<Heading> TEXTS =
      List.of(
          Heading.DESCRIPTION,
          Heading.RESULTS,
          Heading.TARGET_DEFINITION,
          Heading.COVERAGE_EVOLUTION,
          Heading.COVERAGE_ANALYSIS,
          Heading.SECTOR_ANALYSIS);

  /** Letters and a year of two or four digits, in brackets with others, or with four digits. */
  private static final Pattern CITED =
      Pattern.compile(
          "(?<![\\p{L}\\d-])(?<code>\\p{Lu}[\\p{Lu}y]{1,6}) ?(?<year>\\d{2})(?=[ ]?[,;)]| y )"
              + "|(?<![\\p{L}\\d-])(?<long>\\p{Lu}[\\p{Lu}y]{1,6})(?<full>20\\d{2})(?!\\d)");

  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    for (Heading heading : TEXTS) {
      sections.find(heading).ifPresent(section -> text(section, pieces));
    }
    sections
        .find(Heading.RECOMMENDATIONS)
        .ifPresent(each -> pieces.addAll(list(each, FindingKind.RECOMMENDATION, "")));
    sections.find(Heading.CURRENT_YEAR).ifPresent(each -> pieces.addAll(current(each)));
    sections.find(Heading.START_YEAR).ifPresent(each -> start(each, pieces));
    pieces.addAll(footnotes());
    pieces.addAll(citations());
    return pieces;
  }

  private void text(Section section, List<Piece> pieces) {
    Passage text = Passage.of(proseOnly(section));
    if (!text.isEmpty()) {
      String about = section.heading().title();
      pieces.add(subject.piece(text.lines(), FindingKind.NARRATIVE, about, 1, text.text()));
    }
  }

  /** Without footnotes, labelled rows, and what stands behind the text on results. */
  private List<SheetLine> proseOnly(Section section) {
    List<SheetLine> lines =
        Footnotes.removed(section.lines()).stream().filter(line -> !table.contains(line)).toList();
    if (section.heading() == Heading.RESULTS) {
      List<SheetLine> after = IndicatorName.afterText(lines);
      return lines.stream().filter(line -> !after.contains(line)).toList();
    }
    return lines;
  }

  private List<Piece> current(Section section) {
    int year = Heading.year(section.printed());
    return list(section, FindingKind.CURRENT_YEAR_ADVANCE, year == 0 ? "" : String.valueOf(year));
  }

  private List<Piece> list(Section section, FindingKind kind, String about) {
    Numbers numbers = new Numbers();
    List<SheetLine> lines = Footnotes.removed(section.lines());
    return ListItems.of(Passage.of(lines)).stream()
        .map(
            item ->
                piece(
                    item,
                    subject.finding(kind, about, numbers.take(item.number()), item.text().text()),
                    section))
        .toList();
  }

  private static Piece piece(ListItems.Item item, Finding finding, Section section) {
    List<Issue> issues = item.isDoubtful() ? List.of(doubtful(item, section)) : List.of();
    return new Piece(item.text().lines(), List.of(finding), issues);
  }

  private static Issue doubtful(ListItems.Item item, Section section) {
    String expected = "items numbered from 1 without a gap";
    String title = section.heading().title();
    return new Issue(
        IssueCode.STATEMENT_UNREAD,
        Location.cell(item.text().lines().get(0).number(), title),
        item.text().text(),
        title + ": expected " + expected + " but found " + Texts.quoted(item.text().text()),
        expected);
  }

  private void start(Section section, List<Piece> pieces) {
    int year = Heading.year(section.printed());
    if (year > 0) {
      pieces.add(
          subject.piece(
              List.of(section.at()),
              FindingKind.NARRATIVE,
              section.heading().title(),
              1,
              String.valueOf(year)));
    }
  }

  private List<Piece> footnotes() {
    List<Piece> pieces = new ArrayList<>();
    for (Passage note : Footnotes.of(sections)) {
      int number = pieces.size() + 1;
      pieces.add(subject.piece(note.lines(), FindingKind.FOOTNOTE, "", number, note.text()));
    }
    return pieces;
  }

  /** Each evaluation once, at the first line that cites it; its year in full beside its code. */
  private List<Piece> citations() {
    Passage all = sections.everything();
    Map<String, Piece> cited = new LinkedHashMap<>();
    Matcher match = CITED.matcher(all.text());
    while (match.find()) {
      boolean isShort = match.group("code") != null;
      String code = isShort ? match.group("code") : match.group("long");
      String year = isShort ? "20" + match.group("year") : match.group("full");
      String about = code + year.substring(2);
      List<SheetLine> lines = all.part(match.start(), match.end()).lines();
      cited.putIfAbsent(
          about, subject.piece(lines, FindingKind.EVALUATION_CITED, about, 1, code + " " + year));
    }
    return List.copyOf(cited.values());
  }
}
