/**
 * Pure judgements over the model. Thresholds come in as a rulebook; no clock, no file, no database.
 */
@NullMarked
package org.avance.classify;

import org.jspecify.annotations.NullMarked;
