/**
 * Bytes of a file into raw tables with locations. Knows formats, not programmes; never interprets a
 * cell.
 */
@NullMarked
package org.avance.extract;

import org.jspecify.annotations.NullMarked;
