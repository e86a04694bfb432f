/** The read side: queries over what was published. Never writes. */
@NullMarked
package org.avance.warehouse;

import org.jspecify.annotations.NullMarked;
