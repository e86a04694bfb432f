package org.avance.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.avance.model.DeliveryCounts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that the register has of a delivery.
 *
 * @param layout empty where the feed has one only
 * @param receivedAt ISO 8601, UTC
 * @param publishedAt empty where it never was
 * @param counts of its last load
 * @param factsKept facts left as a newer edition states them
 * @param reasons why it was rejected or superseded
 */
public record DeliveryDetails(
    long delivery,
    String feed,
    String fileName,
    String digest,
    long bytes,
    String edition,
    String scope,
    String layout,
    String status,
    long rerun,
    String descriptorDigest,
    String rulebookDigest,
    String receivedAt,
    String publishedAt,
    DeliveryCounts counts,
    long factsKept,
    List<String> reasons) {
  public DeliveryDetails {
    reasons = List.copyOf(reasons);
  }

  /** Read by any account that may read {@code v_delivery}. */
  public static Optional<DeliveryDetails> find(DataSource reader, long delivery) {
    return JdbcClient.create(reader)
        .sql("SELECT * FROM v_delivery WHERE delivery_id = :delivery")
        .param("delivery", delivery)
        .query(DeliveryDetails::read)
        .optional();
  }

  private static DeliveryDetails read(ResultSet row, int number) throws SQLException {
    return new DeliveryDetails(
        row.getLong("delivery_id"),
        row.getString("feed"),
        row.getString("file_name"),
        row.getString("file_digest"),
        row.getLong("file_bytes"),
        row.getString("edition"),
        row.getString("scope"),
        row.getString("layout"),
        row.getString("status"),
        row.getLong("rerun"),
        row.getString("descriptor_digest"),
        row.getString("rulebook_digest"),
        instant(row, "received_at"),
        instant(row, "published_at"),
        DeliveryCounts.read(row::getLong),
        row.getLong("facts_kept"),
        row.getString("reasons").lines().toList());
  }

  /** ISO 8601 of a column that holds UTC. */
  static String instant(ResultSet row, String column) throws SQLException {
    @Nullable LocalDateTime utc = row.getObject(column, LocalDateTime.class);
    return utc == null ? "" : utc.toInstant(ZoneOffset.UTC).toString();
  }
}
