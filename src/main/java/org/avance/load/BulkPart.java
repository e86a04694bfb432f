package org.avance.load;

/**
 * Some rows in the words of LOAD DATA.
 *
 * @param into where they belong
 * @param text the rows
 * @param count how many they are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BulkPart(BulkTable into, byte[] text, int count) {}
