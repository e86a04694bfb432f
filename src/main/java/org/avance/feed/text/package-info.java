/** How texts of agencies are trimmed, folded and compared; the same way everywhere. */
@NullMarked
package org.avance.feed.text;

import org.jspecify.annotations.NullMarked;
