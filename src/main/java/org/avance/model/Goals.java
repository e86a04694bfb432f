package org.avance.model;

import java.math.BigDecimal;

/**
 * What an observation of an indicator is held against.
 *
 * @param baseline where it started
 * @param baselineYear year of the baseline; 0 where none is stated
 * @param target the goal, due in its own year: the fact's year, or the plan's last
 * @param interim intermediate goal for the fact's period
 * @param adjusted goal for the fact's period as adjusted on the way
 */
public record Goals(
    Stated<BigDecimal> baseline,
    int baselineYear,
    Target target,
    Stated<BigDecimal> interim,
    Stated<BigDecimal> adjusted) {}
