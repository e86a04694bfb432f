/** Delimited text into raw rows, each with the lines it stood on and its text as received. */
@NullMarked
package org.avance.extract.csv;

import org.jspecify.annotations.NullMarked;
