/** Whole documents into lines of text, each with its place; never interprets what a line says. */
@NullMarked
package org.avance.extract.sheettext;

import org.jspecify.annotations.NullMarked;
