package org.avance.classify;

import java.util.List;

/**
 * The thresholds that every judgement is made by. They are data, so that an analyst who knows
 * better changes numbers and no code; every judgement keeps the version it was made by.
 *
 * @param version as the rulebook calls itself
 * @param digest SHA-256 of the rule files in hexadecimal: another digest, another judgement
 * @param rulesDigest SHA-256 of what coverage and indicator rules say, in hexadecimal, whatever
 *     their comments and sources: what the version stands for
 * @param feedOrder feeds by rank: where several state the same figure, the first is shown as
 *     current; feeds that are not named come after, by name
 */
public record Rulebook(
    String version,
    String digest,
    String rulesDigest,
    CoverageRules coverage,
    PriceIndex prices,
    IndicatorRules indicators,
    List<String> feedOrder) {

  public Rulebook {
    feedOrder = List.copyOf(feedOrder);
  }
}
