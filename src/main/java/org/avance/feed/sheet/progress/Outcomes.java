package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.avance.feed.sheet.progress.Cells.Cell;

/**
 * The rows of interim outcomes and of progress classes, one label for each indicator. With a label
 * for each they are taken in order. With fewer they are taken by their columns, if the two rows
 * together show which columns the indicators have; else whose they are is not certain.
 *
 * @param interim outcomes of the intermediate goals
 * @param progress classes of the six-year progress
 */
record Outcomes(Placed interim, Placed progress) {

  /** A label and its column; of no meaning where columns can't be told. */
  private record Item(int column, String label) {}

  private record Row(List<Item> items, boolean hasColumns) {}

  static Outcomes of(ObjectiveBlock block, int indicators, Vocabularies words) {
    Row interim = row(block, Part.INTERIM, words.interim());
    Row progress = row(block, Part.PROGRESS, words.progress());
    List<Integer> columns =
        new ArrayList<>(
            new TreeSet<>(
                Stream.of(interim, progress)
                    .filter(Row::hasColumns)
                    .flatMap(row -> row.items().stream())
                    .map(Item::column)
                    .toList()));
    return new Outcomes(place(interim, columns, indicators), place(progress, columns, indicators));
  }

  private static Row row(ObjectiveBlock block, Part part, Vocabulary<?> vocabulary) {
    return block
        .row(part)
        .map(piece -> Cells.of(piece, vocabulary::couldBelong))
        .map(cells -> new Row(items(cells, vocabulary), cells.hasColumns()))
        .orElse(new Row(List.of(), false));
  }

  private static List<Item> items(Cells cells, Vocabulary<?> vocabulary) {
    List<Item> items = new ArrayList<>();
    for (Cell cell : cells.listed()) {
      if (!cell.isProse() && !Marks.isList(cell.text())) {
        vocabulary.split(cell.text()).forEach(label -> items.add(new Item(cell.column(), label)));
      }
    }
    return items;
  }

  private static Placed place(Row row, List<Integer> columns, int indicators) {
    List<String> labels = row.items().stream().map(Item::label).toList();
    boolean byColumn =
        row.hasColumns()
            && columns.size() == indicators
            && row.items().stream().map(Item::column).distinct().count() == labels.size();
    List<Integer> places =
        labels.size() == indicators || !byColumn
            ? Alignment.of(Collections.nCopies(labels.size(), Alignment.ANY), 1, indicators)
            : row.items().stream().map(item -> columns.indexOf(item.column())).toList();
    return Placed.of(labels, places, indicators);
  }
}
