package org.avance.extract.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;

/** What is worth knowing of a workbook beside its records. */
final class WorkbookNotes {
  private final List<Worksheet> hidden;
  private final List<String> header;
  private long uncomputed;
  private Location first = Location.FILE;

  WorkbookNotes(List<Worksheet> worksheets, Worksheet read, List<String> header) {
    this.hidden = worksheets.stream().filter(each -> each.hidden() && !each.equals(read)).toList();
    this.header = header;
  }

  /** Counts the formulas of a row that have no value. */
  void look(SheetRow row) {
    for (int column : row.uncomputed()) {
      if (uncomputed == 0) {
        first = Location.cell(row.number(), column < header.size() ? header.get(column) : "");
      }
      uncomputed++;
    }
  }

  /** The issues so far. */
  List<Issue> issues() {
    List<Issue> issues = new ArrayList<>();
    if (!hidden.isEmpty()) {
      issues.add(hiddenOnes());
    }
    if (uncomputed > 0) {
      issues.add(formulas());
    }
    return issues;
  }

  private Issue hiddenOnes() {
    String names =
        hidden.stream().map(each -> "`" + each.name() + "`").collect(Collectors.joining(", "));
    return new Issue(
        IssueCode.HIDDEN_WORKSHEETS,
        Location.FILE,
        names,
        "the workbook has hidden worksheets, which were not read: " + names,
        "");
  }

  private Issue formulas() {
    String message =
        "expected formulas with their values, found %d %s without; the first is in line %d"
            .formatted(uncomputed, uncomputed == 1 ? "cell" : "cells", first.line());
    return new Issue(
        IssueCode.FORMULA_WITHOUT_VALUE,
        first,
        "",
        message,
        "a workbook that a spreadsheet program has calculated and saved");
  }
}
