package org.avance.feed.trust;

/**
 * What a delivery may fall short by and still be accepted.
 *
 * @param quarantined records in quarantine, against all records read; nothing unless said
 * @param crossFoot difference between a printed total and the sum of its records; nothing unless
 *     said
 */
public record Tolerances(Tolerance quarantined, Tolerance crossFoot) {}
