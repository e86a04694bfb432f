@NullMarked
package org.avance;

import org.jspecify.annotations.NullMarked;
