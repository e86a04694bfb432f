/**
 * The benchmark: how fast the built product loads, beside what the database itself, a usual Spring
 * Batch job and Spark make of the same rows.
 *
 * <ul>
 *   <li>takes: a seed and a number of rows, by system property ({@link org.avance.bench.Settings});
 *   <li>hands on: a table on the console and, when asked, as a page;
 *   <li>never: calls the product's code. The product is measured as its users start it, by the
 *       launcher, and what it did is asked of its report and of the warehouse.
 * </ul>
 */
@NullMarked
package org.avance.bench;

import org.jspecify.annotations.NullMarked;
