package org.avance.extract.xlsx;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.avance.issue.Issue;
import org.avance.issue.IssueCode;
import org.avance.issue.Location;
import org.avance.issue.RefusedFile;

/** Finds the worksheet that a dialect means: of those it may be, the first that has the header. */
record WorksheetSearch(Workbook workbook, WorkbookDialect dialect) {

  XlsxTable open() throws IOException, RefusedFile {
    List<Worksheet> choice =
        workbook.worksheets().stream()
            .filter(each -> dialect.worksheet().takes(each.name(), each.hidden()))
            .toList();
    if (choice.size() == 1) {
      return XlsxTable.of(workbook, choice.get(0), dialect);
    }
    for (Worksheet worksheet : choice) {
      Optional<XlsxTable> table = tried(worksheet);
      if (table.isPresent()) {
        return table.get();
      }
    }
    throw choice.isEmpty() ? notFound("") : notFound(" that has " + dialect.header().describe());
  }

  private Optional<XlsxTable> tried(Worksheet worksheet) throws IOException, RefusedFile {
    try {
      return Optional.of(XlsxTable.of(workbook, worksheet, dialect));
    } catch (RefusedFile e) {
      if (e.issue().code() == IssueCode.HEADER_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private RefusedFile notFound(String header) {
    String expected = dialect.worksheet().describe() + header;
    String found =
        workbook.worksheets().stream()
            .map(each -> "`" + each.name() + "`" + (each.hidden() ? " (hidden)" : ""))
            .collect(Collectors.joining(", "));
    String message =
        "expected %s, found the worksheets %s"
            .formatted(expected, found.isEmpty() ? "(none)" : found);
    return new RefusedFile(
        new Issue(
            IssueCode.WORKSHEET_NOT_FOUND,
            Location.FILE,
            found,
            message,
            "`worksheet` with one of these names"));
  }
}
