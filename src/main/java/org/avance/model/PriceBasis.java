package org.avance.model;

/**
 * In whose money an amount is stated. Amounts of two bases are never added.
 *
 * @param kind nominal or constant
 * @param baseYear year whose average prices are meant; 0 for nominal
 */
public record PriceBasis(PriceKind kind, int baseYear) {
  public static final PriceBasis NOMINAL = new PriceBasis(PriceKind.NOMINAL, 0);

  public PriceBasis {
    if ((kind == PriceKind.CONSTANT) == (baseYear == 0)) {
      throw new IllegalArgumentException(
          "constant prices need a base year, nominal ones have none");
    }
  }

  public static PriceBasis constant(int baseYear) {
    return new PriceBasis(PriceKind.CONSTANT, baseYear);
  }
}
