package org.avance.model;

/**
 * A delivery with open records in quarantine, and whether it is loaded again for them.
 *
 * @param open how many of its records are open
 * @param isReplayed whether it is loaded again
 * @param why the reason for that
 */
public record ReplayItem(Delivery delivery, long open, boolean isReplayed, String why) {}
