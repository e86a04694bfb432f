/**
 * Faults of the data as values: what was expected, what was found, where, and what would have been
 * accepted. Never an exception, never a log line.
 */
@NullMarked
package org.avance.issue;

import org.jspecify.annotations.NullMarked;
