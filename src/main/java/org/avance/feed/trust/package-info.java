/** What a feed promises about its deliveries, and what is done where it does not hold. */
@NullMarked
package org.avance.feed.trust;

import org.jspecify.annotations.NullMarked;
