package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.avance.extract.sheettext.SheetLine;
import org.avance.feed.sheet.SheetRecords;
import org.avance.issue.Issue;
import org.avance.model.Finding;
import org.avance.model.FindingKind;
import org.avance.model.Geography;
import org.avance.model.MissingReason;
import org.avance.model.Stated;

/** What the sheet says in sentences: a record for each section, objective and footnote. */
record ProseRecords(Sheet sheet, Document document) {
  private static final String COLUMN = "Texto";

  void addTo(SheetRecords records) {
    NarrativeChecks checks = new NarrativeChecks(sheet);
    for (Piece piece : sheet.pieces()) {
      switch (piece.part()) {
        case MAIN, FOCUS, TRACKING, CONCLUSIONS -> section(piece, below(piece), checks, records);
        case DISTRIBUTION -> section(piece, belowHeading(), checks, records);
        case FOOTNOTE -> footnote(piece, checks, records);
        case TITLE, OBJECTIVE, INDICATORS, CHARACTERISTICS, TREND, INTERIM, PROGRESS -> {}
      }
    }
    sheet.objectives().stream()
        .filter(objective -> objective.block().first())
        .forEach(objective -> objective(objective, records));
  }

  private static List<String> below(Piece piece) {
    return piece.body().stream().map(SheetLine::text).toList();
  }

  /** What stands above the distribution is the rest of its heading, up to a blank line. */
  private List<String> belowHeading() {
    List<String> prose = sheet.matrix().prose();
    int start = 0;
    while (start < prose.size() && !prose.get(start).isBlank()) {
      start++;
    }
    return prose.subList(start, prose.size());
  }

  /** The rest of a broken heading is no text of its section. */
  private void section(
      Piece piece, List<String> texts, NarrativeChecks checks, SheetRecords records) {
    FindingKind kind =
        piece.part() == Part.CONCLUSIONS ? FindingKind.CONCLUSION : FindingKind.NARRATIVE;
    String subject = piece.part() == Part.CONCLUSIONS ? "" : piece.part().title();
    List<Finding> findings = new ArrayList<>();
    List<Issue> issues = new ArrayList<>();
    for (String text : Prose.paragraphs(texts)) {
      if (isSaid(text) && (piece.part() != Part.TRACKING || Prose.is(text))) {
        findings.add(finding(kind, subject, findings.size() + 1, text));
        issues.addAll(checks.of(text, piece));
      }
    }
    if (!findings.isEmpty()) {
      records.add(piece.lines(), findings, issues);
    }
  }

  private void objective(Objective objective, SheetRecords records) {
    String text = Narratives.of(objective.block());
    if (isSaid(text)) {
      List<SheetLine> lines = objective.block().lines();
      String subject = objective.block().name();
      records.add(lines, List.of(finding(FindingKind.NARRATIVE, subject, 1, text)), List.of());
    }
  }

  private void footnote(Piece piece, NarrativeChecks checks, SheetRecords records) {
    List<String> paragraphs = Prose.paragraphs(piece.texts());
    String subject = Footnotes.subject(piece.label());
    Finding finding = finding(FindingKind.FOOTNOTE, subject, 1, paragraphs.get(0));
    records.add(piece.lines(), List.of(finding), checks.ofFootnote(paragraphs.get(0), piece));
  }

  private boolean isSaid(String text) {
    return text.chars().anyMatch(Character::isLetter) && !sheet.words().role().isMissing(text);
  }

  private Finding finding(FindingKind kind, String subject, int number, String text) {
    return new Finding(
        document.programme(),
        document.year(),
        Geography.NATION,
        kind,
        subject,
        number,
        text,
        Stated.missing(MissingReason.BLANK, ""),
        Set.of("geography"),
        "",
        COLUMN);
  }
}
