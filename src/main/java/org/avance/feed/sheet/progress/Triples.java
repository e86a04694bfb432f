package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.avance.feed.sheet.progress.Cells.Cell;

/**
 * The row of characteristics: role, direction and quality of each indicator, three cells each. The
 * sheets print fewer triples than indicators at times. Then, in this order:
 *
 * <ul>
 *   <li>a row with a cell for each, blank ones too, up to the last indicator's: by their columns;
 *   <li>labels that could stand nowhere else, given their order and their kinds;
 *   <li>the first three cells, if they begin with the goal: an objective has one goal, and its
 *       first indicator is it;
 *   <li>whatever is left is not certain.
 * </ul>
 */
record Triples(Placed placed) {
  private static final int KINDS = 3;

  private record Item(int column, String label, int kind) {}

  static Triples of(ObjectiveBlock block, int indicators, Vocabularies words) {
    Cells cells =
        block
            .row(Part.CHARACTERISTICS)
            .map(piece -> Cells.of(piece, words.characteristics()::couldBelong))
            .orElse(new Cells(List.of(), 0));
    List<Item> items = items(cells, words);
    List<Integer> places = places(items, cells, indicators);
    if (block.first()) {
      places = withGoal(places, items, cells.hasColumns(), words);
    }
    return new Triples(
        Placed.of(items.stream().map(Item::label).toList(), places, KINDS * indicators));
  }

  private static List<Item> items(Cells cells, Vocabularies words) {
    List<Item> items = new ArrayList<>();
    for (Cell cell : cells.listed()) {
      if (!cell.isProse() && !Marks.isList(cell.text())) {
        words.characteristics().split(cell.text()).stream()
            .map(label -> new Item(cell.column(), label, words.kind(label)))
            .forEach(items::add);
      }
    }
    return items;
  }

  private static List<Integer> places(List<Item> items, Cells cells, int indicators) {
    List<Integer> byColumn = items.stream().map(item -> item.column() - 1).toList();
    boolean reachesLast =
        IntStream.range(0, items.size())
            .anyMatch(
                i ->
                    items.get(i).kind() != Alignment.ANY
                        && byColumn.get(i) / KINDS == indicators - 1);
    boolean fits =
        cells.hasColumns()
            && reachesLast
            && byColumn.stream().distinct().count() == items.size()
            && byColumn.stream().allMatch(place -> place < KINDS * indicators)
            && IntStream.range(0, items.size())
                .allMatch(i -> isOf(items.get(i).kind(), byColumn.get(i)));
    return fits && items.size() < KINDS * indicators
        ? byColumn
        : Alignment.of(items.stream().map(Item::kind).toList(), KINDS, KINDS * indicators);
  }

  private static boolean isOf(int kind, int place) {
    return place >= 0 && (kind == Alignment.ANY || kind == place % KINDS);
  }

  /** The printed goal is the first indicator's; so are its neighbours where cells have columns. */
  private static List<Integer> withGoal(
      List<Integer> places, List<Item> items, boolean hasColumns, Vocabularies words) {
    List<Integer> goals =
        IntStream.range(0, items.size())
            .filter(i -> words.isGoal(items.get(i).label()))
            .boxed()
            .toList();
    if (!goals.equals(List.of(0)) || places.get(0) != Alignment.NOWHERE) {
      return places;
    }
    List<Integer> found = new ArrayList<>(places);
    found.set(0, 0);
    for (int i = 1; hasColumns && i < Math.min(KINDS, items.size()); i++) {
      int place = items.get(i).column() - items.get(0).column();
      if (place < KINDS && isOf(items.get(i).kind(), place) && found.get(i) == Alignment.NOWHERE) {
        found.set(i, place);
      }
    }
    return found;
  }

  String role(int indicator) {
    return placed.labels().get(KINDS * indicator);
  }

  String direction(int indicator) {
    return placed.labels().get(KINDS * indicator + 1);
  }

  String quality(int indicator) {
    return placed.labels().get(KINDS * indicator + 2);
  }
}
