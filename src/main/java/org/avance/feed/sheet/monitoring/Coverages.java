package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.avance.extract.sheettext.SheetLine;

/**
 * The coverage rows of a sheet together with what it says against them.
 *
 * @param lacking labels of the rows that it lacks
 * @param table lines that the rows stand on
 */
record Coverages(List<Piece> pieces, List<String> lacking, Set<SheetLine> table) {
  Coverages {
    pieces = List.copyOf(pieces);
    lacking = List.copyOf(lacking);
    table = Set.copyOf(table);
  }

  static Coverages of(Sections sections, List<CoverageRow> rows, Subject subject, Cells cells) {
    Caveats caveats = Caveats.of(sections, subject);
    Set<SheetLine> table =
        rows.stream().flatMap(row -> row.lines().stream()).collect(Collectors.toSet());
    String definition = definition(sections, table).text();
    CoverageBlock block = new CoverageBlock(rows, subject, cells, caveats, definition);
    List<Piece> pieces = new ArrayList<>(block.pieces());
    pieces.addAll(caveats.pieces());
    return new Coverages(pieces, block.lacking(), table);
  }

  /** Who is the target population: the prose of its section. */
  private static Passage definition(Sections sections, Set<SheetLine> table) {
    return Passage.of(
        sections.lines(List.of(Heading.TARGET_DEFINITION)).stream()
            .filter(line -> !table.contains(line))
            .toList());
  }
}
