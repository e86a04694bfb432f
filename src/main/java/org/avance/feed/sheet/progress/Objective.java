package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.List;

/**
 * What the rows of an objective say, before anything is made of it.
 *
 * @param slots its indicators in order
 */
record Objective(
    ObjectiveBlock block, List<Slot> slots, Triples triples, Outcomes outcomes, MarkLists marks) {
  Objective {
    slots = List.copyOf(slots);
  }

  static List<Objective> listed(List<ObjectiveBlock> blocks, Vocabularies words) {
    List<Objective> objectives = new ArrayList<>();
    int before = 0;
    for (ObjectiveBlock block : blocks) {
      List<Slot> slots = IndicatorNames.of(block, block.first() ? 0 : before);
      before = block.first() ? slots.size() : before + slots.size();
      int n = slots.size();
      objectives.add(
          new Objective(
              block,
              slots,
              Triples.of(block, n, words),
              Outcomes.of(block, n, words),
              MarkLists.of(block, n, words.criteria())));
    }
    return objectives;
  }
}
