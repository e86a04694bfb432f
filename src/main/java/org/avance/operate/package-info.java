/** The operator's acts as plain operations that return printable records. */
@NullMarked
package org.avance.operate;

import org.jspecify.annotations.NullMarked;
