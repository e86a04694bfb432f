/**
 * Compressed files: takes {@code .gz} and {@code .zip}, hands on the one file within, or the
 * entries of a zip that is a format of its own. Never inflates more than a feed's {@link
 * org.avance.extract.container.Limits}, and never writes under a name that a container gives.
 */
@NullMarked
package org.avance.extract.container;

import org.jspecify.annotations.NullMarked;
