/**
 * Worksheets of workbooks into raw rows, numbered as the worksheet numbers them. Streams; never
 * calculates, never follows a link, never runs a macro.
 */
@NullMarked
package org.avance.extract.xlsx;

import org.jspecify.annotations.NullMarked;
