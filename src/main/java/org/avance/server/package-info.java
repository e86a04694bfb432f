/**
 * The MariaDB server itself, embedded or one's own: found, started, joined, left, backed up. Knows
 * no table.
 */
@NullMarked
package org.avance.server;

import org.jspecify.annotations.NullMarked;
