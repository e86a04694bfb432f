/**
 * Facts into staging, staging into the warehouse. The only writer of SQL data; never parses a file.
 */
@NullMarked
package org.avance.load;

import org.jspecify.annotations.NullMarked;
