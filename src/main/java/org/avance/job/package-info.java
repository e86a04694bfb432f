/**
 * Spring Batch and db-scheduler wiring only: the five steps of a load, how a request becomes job
 * parameters, and the agenda that says when.
 */
@NullMarked
package org.avance.job;

import org.jspecify.annotations.NullMarked;
