package org.avance.model;

/**
 * Which population a coverage figure counts. Official terms in methodology: referencia, potencial,
 * objetivo, programada, atendida.
 */
public enum PopulationKind {
  UNKNOWN,
  /** Población de referencia: the wider group, with and without the problem. */
  REFERENCE,
  /** Población potencial (PP): all with the problem who are eligible. */
  POTENTIAL,
  /** Población objetivo (PO): the part the programme plans to serve. */
  TARGET,
  /** Población objetivo programada: the part planned for the year. */
  TARGET_PROGRAMMED,
  /** Población atendida (PA): effectively served in the fiscal year. */
  SERVED
}
