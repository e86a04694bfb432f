package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import org.avance.feed.sheet.progress.Cells.Cell;
import org.avance.model.QualityCriterion;

/**
 * The lists of criteria of an objective, in whichever of its rows they stand: they have been seen
 * in the row of the trend. A list does not say whose it is, so they belong to the indicators in
 * order only where there is one for each.
 *
 * @param lists one for each indicator, or none
 * @param loose the lists as printed, where there are more or fewer
 */
record MarkLists(List<Marks> lists, List<String> loose) {
  MarkLists {
    lists = List.copyOf(lists);
    loose = List.copyOf(loose);
  }

  static MarkLists of(ObjectiveBlock block, int indicators, Vocabulary<QualityCriterion> words) {
    List<String> cells = new ArrayList<>();
    for (Piece row : block.pieces()) {
      String text = RowText.ofLabels(row, each -> Marks.isList(each) || words.couldBelong(each));
      Cells.of(text).listed().stream()
          .filter(MarkLists::isList)
          .map(Cell::text)
          .forEach(cells::add);
    }
    List<List<Mark>> lists = cells.stream().map(Mark::listed).toList();
    if (lists.size() != indicators || lists.stream().anyMatch(MarkLists::repeats)) {
      lists = regrouped(lists);
    }
    return lists.size() == indicators
        ? new MarkLists(lists.stream().map(list -> Marks.of(list, words)).toList(), List.of())
        : new MarkLists(List.of(), cells);
  }

  private static boolean isList(Cell cell) {
    return Marks.isList(cell.text()) && !cell.markedUp();
  }

  private static boolean repeats(List<Mark> list) {
    return criteria(list).stream().distinct().count() < list.size();
  }

  /**
   * Where the cells are no lists, a list begins where its first criterion comes again; only lists
   * that are alike can be told apart so.
   */
  private static List<List<Mark>> regrouped(List<List<Mark>> cells) {
    List<Mark> all = cells.stream().flatMap(List::stream).toList();
    List<List<Mark>> lists = new ArrayList<>();
    for (Mark mark : all) {
      if (lists.isEmpty() || mark.criterion().equals(all.get(0).criterion())) {
        lists.add(new ArrayList<>());
      }
      lists.get(lists.size() - 1).add(mark);
    }
    return lists.stream().map(MarkLists::criteria).distinct().count() == 1 ? lists : List.of();
  }

  private static List<String> criteria(List<Mark> list) {
    return list.stream().map(Mark::criterion).toList();
  }

  /** The list of an indicator; without a mark where none is printed or it is not certain whose. */
  Marks marksOf(int indicator) {
    return lists.isEmpty() ? Marks.NONE : lists.get(indicator);
  }
}
