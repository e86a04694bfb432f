/**
 * Whole documents into the model. A family of documents is a layout: one sub-package, known by its
 * headings, that cuts a document into records and says what each of them states.
 */
@NullMarked
package org.avance.feed.sheet;

import org.jspecify.annotations.NullMarked;
