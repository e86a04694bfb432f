/**
 * The grammar of printed numbers. Takes a cell's text and a style, hands on a figure or the reason
 * there is none; knows no column, no feed and no locale, and never guesses.
 */
@NullMarked
package org.avance.feed.number;

import org.jspecify.annotations.NullMarked;
