package org.avance.feed.mapping;

import java.math.BigDecimal;

/** A cell of a value column that holds a number; the accounting adds them up by column. */
public record NumericCell(String column, BigDecimal value) {}
