package org.avance.model;

/**
 * Which part of a programme a coverage figure counts. Parts that share a unit and bear no name are
 * told apart by an ordinal that is given when the whole delivery is known.
 *
 * @param whole true for the programme as a whole; parts never add up to it unless the agency says
 *     so
 * @param name name or code of the part as printed; empty for the whole and for parts without a name
 */
public record Component(boolean whole, String name) {
  public static final Component WHOLE = new Component(true, "");
  public static final Component UNNAMED_PART = new Component(false, "");
}
