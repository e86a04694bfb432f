package org.avance.model;

import java.util.List;

/**
 * All figures, over populations, units and years, that the coverage rules must see together: one
 * component of one programme, one sex, one place, one feed.
 *
 * @param codeSystem natural key of the programme
 * @param agencyCode natural key of the programme
 * @param programmeCode natural key of the programme; empty for the agency as a whole
 * @param componentCode component without case, accents and extra spaces; empty where it has no name
 * @param ordinal number of the component within unit and name; 0 for the programme as a whole
 * @param points the figures, in no particular order; no two share population, year and unit
 */
public record CoverageGroup(
    String codeSystem,
    String agencyCode,
    String programmeCode,
    String componentCode,
    int ordinal,
    Sex sex,
    String geographyCode,
    List<CoveragePoint> points) {

  public CoverageGroup {
    points = List.copyOf(points);
  }
}
