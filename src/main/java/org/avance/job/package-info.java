/** Spring Batch wiring only: the five steps of a load, and how a request becomes job parameters. */
@NullMarked
package org.avance.job;

import org.jspecify.annotations.NullMarked;
