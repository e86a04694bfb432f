package org.avance.feed.sheet.progress;

/**
 * The place of one indicator within an objective.
 *
 * @param number as printed, for example {@code 4.1}
 * @param name empty where the sheet has values for it and no name
 */
record Slot(String number, String name) {}
