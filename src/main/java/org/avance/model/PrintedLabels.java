package org.avance.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The classes that printed labels name. Each column has its own labels: "Adecuado" is a class of
 * quality and of progress. Case, accents and extra spaces are not regarded.
 */
public final class PrintedLabels {
  /** Spellings seen in the sheets; "Largo" is theirs. */
  private static final Map<String, InterimOutcome> INTERIM_VARIANTS =
      Map.of(
          "largo muy superado", InterimOutcome.FAR_EXCEEDED,
          "logro muy superior", InterimOutcome.FAR_EXCEEDED,
          "avance muy superado", InterimOutcome.FAR_EXCEEDED);

  /** The labels of each column. */
  public static final List<String> PROGRESS =
      labels(ProgressClass.values(), ProgressClass::officialLabel);

  public static final List<String> INTERIM =
      labels(InterimOutcome.values(), InterimOutcome::officialLabel);
  public static final List<String> TREND = labels(Trend.values(), Trend::officialLabel);
  public static final List<String> LIGHT =
      labels(TrafficLight.values(), TrafficLight::officialLabel);

  private PrintedLabels() {}

  /** Class of the six-year progress; empty where the label is none. */
  public static Optional<ProgressClass> progress(String printed) {
    return of(printed, ProgressClass.values(), ProgressClass::officialLabel);
  }

  /** Outcome of the intermediate goal; empty where the label is none. */
  public static Optional<InterimOutcome> interim(String printed) {
    return of(printed, InterimOutcome.values(), InterimOutcome::officialLabel)
        .or(() -> Optional.ofNullable(INTERIM_VARIANTS.get(Label.normal(printed))));
  }

  /** Trend; empty where the label is none. */
  public static Optional<Trend> trend(String printed) {
    return of(printed, Trend.values(), Trend::officialLabel);
  }

  /** Traffic light; empty where the label is none. */
  public static Optional<TrafficLight> light(String printed) {
    return of(printed, TrafficLight.values(), TrafficLight::officialLabel);
  }

  private static <C> List<String> labels(C[] classes, Function<C, String> label) {
    return Arrays.stream(classes).map(label).toList();
  }

  private static <C> Optional<C> of(String printed, C[] classes, Function<C, String> label) {
    String normal = Label.normal(printed);
    return Arrays.stream(classes)
        .filter(each -> Label.normal(label.apply(each)).equals(normal))
        .findFirst();
  }
}
