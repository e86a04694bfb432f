package org.avance.feed.sheet.progress;

import java.util.Arrays;
import java.util.stream.Stream;
import org.avance.feed.mapping.MissingWords;
import org.avance.model.Direction;
import org.avance.model.DistributionClass;
import org.avance.model.IndicatorFocus;
import org.avance.model.IndicatorQuality;
import org.avance.model.IndicatorRole;
import org.avance.model.InterimOutcome;
import org.avance.model.ProgressClass;
import org.avance.model.QualityCriterion;

/**
 * The labels of each row, in the spellings that are known.
 *
 * @param characteristics role, direction and quality together, each label with its place in the
 *     triple, from 0
 * @param interim outcomes of the intermediate goal
 * @param progress classes of the six-year progress
 * @param columns of the distribution
 * @param rows of the distribution
 */
record Vocabularies(
    Vocabulary<IndicatorRole> role,
    Vocabulary<Direction> direction,
    Vocabulary<IndicatorQuality> quality,
    Vocabulary<Integer> characteristics,
    Vocabulary<InterimOutcome> interim,
    Vocabulary<ProgressClass> progress,
    Vocabulary<QualityCriterion> criteria,
    Vocabulary<DistributionClass> columns,
    Vocabulary<IndicatorFocus> rows) {

  static Vocabularies with(MissingWords missing) {
    Vocabulary<IndicatorRole> role = role(missing);
    Vocabulary<Direction> direction = direction(missing);
    Vocabulary<IndicatorQuality> quality = quality(missing);
    return new Vocabularies(
        role,
        direction,
        quality,
        new Vocabulary<Integer>(missing).all(role, 0).all(direction, 1).all(quality, 2),
        interim(missing),
        progress(missing),
        criteria(missing),
        columns(missing),
        rows(missing));
  }

  private static Vocabulary<IndicatorRole> role(MissingWords missing) {
    String target = IndicatorRole.WELLBEING_TARGET.officialLabel();
    String parameter = IndicatorRole.PARAMETER.officialLabel();
    return new Vocabulary<IndicatorRole>(missing)
        .label(target, IndicatorRole.WELLBEING_TARGET)
        .label(parameter, IndicatorRole.PARAMETER)
        .alias("Metas para el bienestar", target, IndicatorRole.WELLBEING_TARGET)
        .alias("Meta de bienestar", target, IndicatorRole.WELLBEING_TARGET)
        .alias("Metas de bienestar", target, IndicatorRole.WELLBEING_TARGET)
        .alias("Parámetros", parameter, IndicatorRole.PARAMETER);
  }

  private static Vocabulary<Direction> direction(MissingWords missing) {
    return new Vocabulary<Direction>(missing)
        .label("Ascendente", Direction.ASCENDING)
        .label("Descendente", Direction.DESCENDING)
        .label("Constante", Direction.CONSTANT)
        .label("Nominal", Direction.NOMINAL)
        .label("Regular", Direction.NOMINAL);
  }

  private static Vocabulary<IndicatorQuality> quality(MissingWords missing) {
    Vocabulary<IndicatorQuality> labels = new Vocabulary<>(missing);
    Arrays.stream(IndicatorQuality.values())
        .filter(each -> each != IndicatorQuality.UNKNOWN)
        .forEach(each -> labels.label(each.officialLabel(), each));
    return labels.alias(
        "Oportunidades de mejora",
        IndicatorQuality.NEEDS_IMPROVEMENT.officialLabel(),
        IndicatorQuality.NEEDS_IMPROVEMENT);
  }

  private static Vocabulary<InterimOutcome> interim(MissingWords missing) {
    Vocabulary<InterimOutcome> labels = new Vocabulary<>(missing);
    Arrays.stream(InterimOutcome.values())
        .forEach(each -> labels.label(each.officialLabel(), each));
    InterimOutcome far = InterimOutcome.FAR_EXCEEDED;
    for (String seen :
        new String[] {"Largo muy superado", "Logro muy superior", "Avance muy superado"}) {
      labels.alias(seen, far.officialLabel(), far);
    }
    return labels;
  }

  private static Vocabulary<ProgressClass> progress(MissingWords missing) {
    Vocabulary<ProgressClass> labels = new Vocabulary<>(missing);
    Arrays.stream(ProgressClass.values()).forEach(each -> labels.label(each.officialLabel(), each));
    return labels;
  }

  private static Vocabulary<QualityCriterion> criteria(MissingWords missing) {
    Vocabulary<QualityCriterion> labels = new Vocabulary<>(missing);
    Arrays.stream(QualityCriterion.values())
        .forEach(each -> labels.label(each.officialLabel(), each));
    return labels.alias(
        "Pertinencia temática",
        QualityCriterion.PERTINENCE.officialLabel(),
        QualityCriterion.PERTINENCE);
  }

  private static Vocabulary<DistributionClass> columns(MissingWords missing) {
    Vocabulary<DistributionClass> labels = new Vocabulary<>(missing);
    Arrays.stream(DistributionClass.values())
        .forEach(each -> labels.label(each.officialLabel(), each));
    String total = DistributionClass.TOTAL.officialLabel();
    String notRated = DistributionClass.NOT_RATED.officialLabel();
    return labels
        .alias("Total", total, DistributionClass.TOTAL)
        .alias("NR*", notRated, DistributionClass.NOT_RATED)
        .alias("NR *", notRated, DistributionClass.NOT_RATED)
        .alias("No reportado", notRated, DistributionClass.NOT_RATED);
  }

  private static Vocabulary<IndicatorFocus> rows(MissingWords missing) {
    Vocabulary<IndicatorFocus> labels = new Vocabulary<>(missing);
    Arrays.stream(IndicatorFocus.values())
        .filter(each -> each != IndicatorFocus.UNKNOWN)
        .forEach(each -> labels.label(each.officialLabel(), each));
    String total = IndicatorFocus.TOTAL.officialLabel();
    return labels
        .alias("Total", total, IndicatorFocus.TOTAL)
        .alias("Resultado", IndicatorFocus.RESULTS.officialLabel(), IndicatorFocus.RESULTS);
  }

  /** The label's place in the triple, or {@link Alignment#ANY} where it does not say. */
  int kind(String label) {
    return characteristics.meaning(label).orElse(Alignment.ANY);
  }

  boolean isGoal(String label) {
    return role.meaning(label).filter(each -> each == IndicatorRole.WELLBEING_TARGET).isPresent();
  }

  /** Whether a text may be a piece of a label of any row. */
  boolean anyCouldBelong(String text) {
    return Stream.of(role, direction, quality, interim, progress, criteria, columns, rows)
        .anyMatch(each -> each.couldBelong(text));
  }
}
