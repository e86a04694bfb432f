/**
 * The progress sheet: how the objectives and indicators of a plan's programme fare against their
 * goals, in classes without values. Takes a document's lines; hands on assessments of indicators,
 * the distribution of their classes and what the sheet says in prose; never decides a class.
 */
@NullMarked
package org.avance.feed.sheet.progress;

import org.jspecify.annotations.NullMarked;
