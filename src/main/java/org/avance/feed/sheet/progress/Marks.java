package org.avance.feed.sheet.progress;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.avance.model.CriterionMark;
import org.avance.model.QualityCriterion;

/**
 * The criteria of one indicator's quality, each with its mark.
 *
 * @param known those that are ours
 * @param others the rest as printed: other criteria, or signs that can't be read
 */
record Marks(Map<QualityCriterion, CriterionMark> known, List<String> others) {
  static final Marks NONE = new Marks(Map.of(), List.of());

  Marks {
    known = Map.copyOf(known);
    others = List.copyOf(others);
  }

  /** Whether a cell is such a list; one lone question mark is none. */
  static boolean isList(String cell) {
    List<Mark> marks = Mark.listed(cell);
    return marks.size() > 1 || marks.stream().anyMatch(mark -> !mark.sign().equals("?"));
  }

  static Marks of(List<Mark> list, Vocabulary<QualityCriterion> words) {
    Map<QualityCriterion, CriterionMark> known = new EnumMap<>(QualityCriterion.class);
    List<String> others = new ArrayList<>();
    for (Mark mark : list) {
      Optional<QualityCriterion> criterion = words.meaning(mark.criterion());
      if (criterion.isPresent()
          && mark.meaning().isPresent()
          && !known.containsKey(criterion.get())) {
        known.put(criterion.get(), mark.meaning().get());
      } else {
        others.add(mark.printed());
      }
    }
    return new Marks(known, others);
  }
}
