/**
 * The words of Avance as records and enums. Takes nothing, hands on values; never imports anything
 * but {@code java.*}.
 */
@NullMarked
package org.avance.model;

import org.jspecify.annotations.NullMarked;
