package org.avance.extract.xlsx;

/**
 * A worksheet of a workbook.
 *
 * @param place where it is found: the name of its part, or its offset in the stream
 */
record Worksheet(String name, boolean hidden, String place) {}
