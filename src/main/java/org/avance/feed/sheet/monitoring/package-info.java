/**
 * Monitoring sheets of programmes ("Ficha de Monitoreo y Evaluación"). {@code Sections} cuts a
 * document by its headings; each other class reads one kind of piece out of its section.
 */
@NullMarked
package org.avance.feed.sheet.monitoring;

import org.jspecify.annotations.NullMarked;
