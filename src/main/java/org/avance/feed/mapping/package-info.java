/**
 * Rows into facts. Takes a plan of what each word of a fact is made of, binds it to the columns of
 * one file, and then maps each row by itself; knows neither YAML nor files.
 *
 * <p>Read in this order: {@link org.avance.feed.mapping.FactWords}, {@link
 * org.avance.feed.mapping.Origin}, {@link org.avance.feed.mapping.MappingPlan}, {@link
 * org.avance.feed.mapping.Mapping}.
 */
@NullMarked
package org.avance.feed.mapping;

import org.jspecify.annotations.NullMarked;
