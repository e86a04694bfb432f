package org.avance.model;

/**
 * A programme as a feed states it. The natural key is (codeSystem, agencyCode, code), each as
 * normalised by the descriptor.
 *
 * @param codeSystem who gives the codes, for example {@code PEF}
 * @param agencyCode code of the agency or ramo; empty where none is stated
 * @param code programme code; empty where the fact belongs to the agency as a whole
 * @param name programme name as printed; empty where none is
 * @param agencyName agency name as printed; empty where none is
 */
public record Programme(
    String codeSystem, String agencyCode, String code, String name, String agencyName) {

  public Programme {
    if (agencyCode.isEmpty() && code.isEmpty()) {
      throw new IllegalArgumentException("a programme needs an agency code or a programme code");
    }
  }
}
