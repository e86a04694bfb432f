package org.avance.load;

import static org.avance.load.StagingColumn.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.avance.model.Assessment;
import org.avance.model.CriterionMark;
import org.avance.model.FactKind;
import org.avance.model.Label;
import org.avance.model.PrintedLabels;
import org.avance.model.QualityCriterion;
import org.jspecify.annotations.Nullable;

/** Staging of what sheets say of indicators. */
final class AssessmentShape {
  private static final String CODE = "VARCHAR(40) NOT NULL";
  private static final String TEXT = "VARCHAR(200) NOT NULL";
  private static final String FLAG = "TINYINT UNSIGNED NOT NULL";
  private static final String HASH = StagedFact.HASH + " NOT NULL";

  static final StagingShape<Assessment> SHAPE =
      StagingShape.of(
          FactKind.ASSESSMENT,
          columns(),
          new StagingShape.Statement<>(
              fact -> List.of(IndicatorColumns.owner(fact.programme()), fact.indicator()),
              IndicatorColumns.of(Assessment::indicator, fact -> "")));

  private AssessmentShape() {}

  private static List<StagingColumn<Assessment>> columns() {
    List<StagingColumn<Assessment>> all = new ArrayList<>();
    all.add(column("key_hash", HASH, f -> f.keyHash(naturalKey(f.fact()))));
    all.add(
        column(
            "content_hash",
            HASH,
            f -> f.contentHash(() -> naturalKey(f.fact()), attributes(f.fact()))));
    all.add(column("role", CODE, f -> f.fact().role()));
    all.add(column("direction", CODE, f -> f.fact().direction()));
    all.add(column("quality", CODE, f -> f.fact().quality()));
    for (QualityCriterion criterion : QualityCriterion.values()) {
      all.add(column(met(criterion), "TINYINT UNSIGNED NULL", f -> mark(f.fact(), criterion)));
    }
    all.add(column("other_marks", IndicatorColumns.PROSE, f -> f.fact().otherMarks()));
    all.add(column("focus", CODE, f -> f.fact().focus()));
    all.add(column("suggested_focus", CODE, f -> f.fact().suggestedFocus()));
    all.add(column("printed_role", TEXT, f -> f.fact().printed().role()));
    all.add(column("printed_direction", TEXT, f -> f.fact().printed().direction()));
    all.add(column("printed_quality", TEXT, f -> f.fact().printed().quality()));
    all.addAll(printed("interim", Assessment.Printed::interim, PrintedLabels::interim));
    all.addAll(printed("progress", Assessment.Printed::progress, PrintedLabels::progress));
    all.add(column("is_unassigned", FLAG, f -> f.fact().ambiguous() ? 1 : 0));
    all.add(column("note", IndicatorColumns.PROSE, f -> f.fact().note()));
    return List.copyOf(all);
  }

  private static List<StagingColumn<Assessment>> printed(
      String axis,
      Function<Assessment.Printed, String> label,
      Function<String, Optional<? extends Enum<?>>> named) {
    return IndicatorColumns.printed(axis, fact -> label.apply(fact.printed()), named);
  }

  /** As the warehouse calls it, too. */
  private static String met(QualityCriterion criterion) {
    return criterion.name().toLowerCase(Locale.ROOT) + "_met";
  }

  private static @Nullable Integer mark(Assessment fact, QualityCriterion criterion) {
    CriterionMark mark = fact.marks().get(criterion);
    return mark == null ? null : mark == CriterionMark.MET ? 1 : 0;
  }

  private static List<String> naturalKey(Assessment fact) {
    List<String> key = new ArrayList<>();
    key.add(Label.normal(fact.programme().codeSystem()));
    key.add(Label.normal(fact.programme().agencyCode()));
    key.add(Label.normal(fact.programme().code()));
    key.addAll(IndicatorColumns.key(fact.indicator()));
    key.add(Integer.toString(fact.year()));
    return key;
  }

  private static List<String> attributes(Assessment fact) {
    return List.of(
        fact.indicator().toString(),
        fact.role().name(),
        fact.direction().name(),
        fact.quality().name(),
        fact.marks().toString(),
        fact.otherMarks(),
        fact.focus().name(),
        fact.suggestedFocus().name(),
        fact.printed().toString(),
        Boolean.toString(fact.ambiguous()),
        fact.note());
  }
}
