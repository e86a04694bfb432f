package org.avance.feed.sheet.monitoring;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of place that a programme served, and how many of each the country has at most. */
enum Reach {
  STATES(CoverageLabel.STATES, "Entidades federativas", 32),
  /** As many as there have been in any year up to 2024. */
  MUNICIPALITIES(CoverageLabel.MUNICIPALITIES, "Municipios", 2_478),
  /** Inhabited ones; the censuses of 2010 and 2020 count fewer. */
  LOCALITIES(CoverageLabel.LOCALITIES, "Localidades", 200_000);

  private final CoverageLabel label;
  private final String unit;
  private final int most;

  Reach(CoverageLabel label, String unit, int most) {
    this.label = label;
    this.unit = unit;
    this.most = most;
  }

  static Optional<Reach> of(CoverageLabel label) {
    return Arrays.stream(values()).filter(reach -> reach.label == label).findFirst();
  }

  CoverageLabel label() {
    return label;
  }

  String unit() {
    return unit;
  }

  int most() {
    return most;
  }

  /** The next larger kind of place; empty for states. */
  Optional<Reach> larger() {
    return switch (this) {
      case STATES -> Optional.empty();
      case MUNICIPALITIES -> Optional.of(STATES);
      case LOCALITIES -> Optional.of(MUNICIPALITIES);
    };
  }
}
