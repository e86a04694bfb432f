/**
 * Tells people and machines outside how loads go: log, alerts, lineage, pages over HTTP. Takes what
 * loads say of themselves and what the warehouse knows; whatever goes wrong here never stops a
 * load.
 */
@NullMarked
package org.avance.monitor;

import org.jspecify.annotations.NullMarked;
