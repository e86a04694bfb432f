package org.avance.warehouse;

/**
 * What the warehouse holds of one feed and kind of fact.
 *
 * @param kind coverage, budget, indicator, score, assessment, distribution or finding
 * @param years first and last year, {@code 2016-2020}
 * @param facts current facts
 */
public record Holding(String feed, String kind, long programmes, String years, long facts) {}
