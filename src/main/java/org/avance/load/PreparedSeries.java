package org.avance.load;

import java.util.Optional;

/**
 * What the rules say of a series, ready to be sent.
 *
 * @param part a row for each of its points; empty where it has none
 */
public record PreparedSeries(Optional<BulkPart> part) {}
