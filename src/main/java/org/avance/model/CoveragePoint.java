package org.avance.model;

import java.math.BigDecimal;

/**
 * One figure of a coverage group as the rules see it.
 *
 * @param population which population
 * @param year the fact's year
 * @param unitCode unit without case, accents and extra spaces; empty where none is printed
 * @param figure the figure or why there is none
 * @param ambiguous true where an ordinal only numbers records that share a key: out of trends
 */
public record CoveragePoint(
    PopulationKind population,
    int year,
    String unitCode,
    Stated<BigDecimal> figure,
    boolean ambiguous) {}
