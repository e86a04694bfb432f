/**
 * An agency's words into the model: descriptor, mapping, number grammar. Takes raw rows, hands on
 * facts and issues; never touches a database.
 */
@NullMarked
package org.avance.feed;

import org.jspecify.annotations.NullMarked;
