package org.avance.model;

import java.util.List;

/**
 * One arrival of one file's content for a feed.
 *
 * @param id key, in order of arrival
 * @param fileName path below the inbox under which it first arrived
 * @param digest SHA-256 of the bytes
 * @param edition edition as the descriptor reads it; empty where deliveries are ordered by arrival
 * @param editionYear year it reports on; 0 where none is stated
 * @param scope what it states completely; empty where nothing is ended
 * @param rerun how often it was loaded anew
 * @param descriptorDigest descriptor it was staged under
 * @param rulebookDigest rulebook it was judged by
 * @param reasons why it was rejected or superseded
 */
public record Delivery(
    long id,
    String feed,
    String fileName,
    String digest,
    String edition,
    int editionYear,
    String scope,
    DeliveryStatus status,
    int rerun,
    String descriptorDigest,
    String rulebookDigest,
    DeliveryCounts counts,
    List<String> reasons) {

  public Delivery {
    reasons = List.copyOf(reasons);
  }

  /** The same, standing in the order of editions where another one stands. */
  public Delivery ofEdition(String other) {
    return new Delivery(
        id,
        feed,
        fileName,
        digest,
        other,
        editionYear,
        scope,
        status,
        rerun,
        descriptorDigest,
        rulebookDigest,
        counts,
        reasons);
  }

  /** The same of another feed. */
  public Delivery ofFeed(String other) {
    return new Delivery(
        id,
        other,
        fileName,
        digest,
        edition,
        editionYear,
        scope,
        status,
        rerun,
        descriptorDigest,
        rulebookDigest,
        counts,
        reasons);
  }

  /**
   * The scope within which what it does not state is ended; empty where nothing is. A record that
   * could not be read may hold what seems to be missing, so a delivery with quarantine ends
   * nothing.
   */
  public String endingScope() {
    return counts.quarantined() == 0 ? scope : "";
  }
}
