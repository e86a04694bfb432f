/**
 * The form of the log's lines, as text or as JSON; nothing secret and nothing of what cells hold
 * gets past it. Named by {@code logback.xml}.
 */
@NullMarked
package org.avance.monitor.log;

import org.jspecify.annotations.NullMarked;
