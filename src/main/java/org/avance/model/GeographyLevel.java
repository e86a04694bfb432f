package org.avance.model;

/** Level of a place, or the kind of a member that is no place. Views never add levels. */
public enum GeographyLevel {
  UNKNOWN,
  NATION,
  STATE,
  MUNICIPALITY,
  /** The state as a whole, printed where a municipality is due. */
  WHOLE_STATE,
  METROPOLITAN_AREA,
  SEVERAL_STATES,
  NOT_DISTRIBUTABLE,
  ABROAD
}
