/** When feeds are loaded by themselves: by their schedules, and as files arrive. */
@NullMarked
package org.avance.schedule;

import org.jspecify.annotations.NullMarked;
