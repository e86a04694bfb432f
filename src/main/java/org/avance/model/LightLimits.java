package org.avance.model;

import java.math.BigDecimal;

/**
 * An indicator's own limits of its traffic light, in percent of deviation from the goal.
 *
 * @param greenUpTo where green ends; missing where the sheet prints none
 * @param yellowUpTo where yellow ends; missing where the sheet prints none
 */
public record LightLimits(Stated<BigDecimal> greenUpTo, Stated<BigDecimal> yellowUpTo) {}
