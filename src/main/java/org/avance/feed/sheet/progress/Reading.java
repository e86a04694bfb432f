package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import org.avance.feed.sheet.SheetReading;
import org.avance.feed.sheet.SheetRecords;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;

/** Everything that a document states, and what it lacks. */
record Reading(Sheet sheet, Document document) {
  private static final List<Part> SECTIONS = List.of(Part.FOCUS, Part.TRACKING, Part.CONCLUSIONS);
  private static final List<Part> ROWS =
      List.of(Part.INDICATORS, Part.CHARACTERISTICS, Part.INTERIM, Part.PROGRESS);

  SheetReading whole() {
    SheetRecords records = new SheetRecords();
    new AssessmentRecords(sheet, document).addTo(records);
    new DistributionRecords(sheet, document).addTo(records);
    new ProseRecords(sheet, document).addTo(records);
    return new SheetReading(document.identity(), records.listed(), issues(), List.of());
  }

  private List<Issue> issues() {
    List<Issue> issues = new ArrayList<>();
    List<String> lacking = lacking();
    if (!lacking.isEmpty()) {
      String listed = String.join(", ", lacking);
      issues.add(
          new Issue(
              IssueCode.SHEET_PART_LACKING,
              Location.FILE,
              "",
              "expected the parts of a progress sheet, but it lacks " + listed,
              listed));
    }
    List<String> untold =
        Classes.of(sheet).untold(sheet.matrix()).stream()
            .map(each -> each.officialLabel())
            .toList();
    if (!untold.isEmpty()) {
      issues.add(
          new Issue(
              IssueCode.TOTAL_NOT_COMPARED,
              Location.FILE,
              String.join(", ", untold),
              "the totals of %s can't be held against the indicators: %d of %d print no class that is known"
                  .formatted(
                      String.join(", ", untold),
                      Classes.of(sheet).open(),
                      Classes.of(sheet).indicators()),
              "a class for each indicator"));
    }
    return issues;
  }

  private List<String> lacking() {
    List<String> lacking = new ArrayList<>();
    SECTIONS.stream()
        .filter(part -> sheet.first(part).isEmpty())
        .forEach(part -> lacking.add(part.title()));
    if (sheet.matrix().rows().isEmpty()) {
      lacking.add("the rows of the distribution");
    }
    if (sheet.objectives().isEmpty()) {
      lacking.add("objectives");
    }
    for (Objective objective : sheet.objectives()) {
      ROWS.stream()
          .filter(part -> objective.block().row(part).isEmpty())
          .forEach(part -> lacking.add(part.title() + " of " + objective.block().name()));
    }
    return lacking;
  }
}
