package org.avance.model;

import java.math.BigDecimal;

/**
 * One observation of an indicator series as the rules see it.
 *
 * @param year year that the period lies in
 * @param number number of the period within the year; 0 for the year
 * @param unitCode unit without case, accents and extra spaces; empty where none is printed
 * @param ordinal 1; higher where several records share the key
 * @param figure the observation
 * @param plan plan as the rulebook names it; empty where the feed names none
 * @param partial the period was not over at the cut-off date
 * @param ambiguous an ordinal only numbers records that share a key: out of trends and classes
 */
public record IndicatorPoint(
    int year,
    int number,
    String unitCode,
    int ordinal,
    Direction direction,
    Stated<BigDecimal> figure,
    Goals goals,
    LightLimits limits,
    String plan,
    boolean partial,
    boolean ambiguous) {}
