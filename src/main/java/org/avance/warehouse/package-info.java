/**
 * The read side: queries over what was published. Writes nothing but the book of what operators
 * were told.
 */
@NullMarked
package org.avance.warehouse;

import org.jspecify.annotations.NullMarked;
