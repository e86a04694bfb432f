package org.avance.model;

import java.util.List;
import java.util.Map;

/**
 * Which indicator each statement is of.
 *
 * @param keys durable keys by hash of the statement
 * @param proposals new indicators that resemble one which is no longer stated
 */
public record SettledIndicators(Map<String, String> keys, List<Proposal> proposals) {
  public SettledIndicators {
    keys = Map.copyOf(keys);
    proposals = List.copyOf(proposals);
  }

  /**
   * Two indicators that may be one; a proposal only, never acted on.
   *
   * @param hash statement of the new one
   * @param earlier name of the earlier one, without case and accents
   * @param similarity 0 to 1
   */
  public record Proposal(String hash, String earlier, double similarity) {}
}
