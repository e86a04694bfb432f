/** The operations on a terminal: verbs, tables, exit codes. */
@NullMarked
package org.avance.console;

import org.jspecify.annotations.NullMarked;
