package org.avance.load;

import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many facts stand that a delivery may end: what it is judged by before it does. */
public final class PublishedFacts {
  private final JdbcClient sql;

  public PublishedFacts(DataSource dataSource) {
    this.sql = ParsedOnce.on(dataSource);
  }

  /**
   * Facts of these kinds that deliveries of the same feed and scope have published, by the index of
   * deliveries; none where the delivery ends nothing.
   */
  public long inScopeOf(Delivery delivery, Set<FactKind> kinds) {
    if (delivery.endingScope().isEmpty()) {
      return 0;
    }
    String counts =
        kinds.stream()
            .sorted()
            .map(kind -> ofDelivery(VersionedTable.of(kind)))
            .collect(Collectors.joining(" + "));
    return sql.sql(
            """
            SELECT COALESCE(SUM(%s), 0) FROM delivery d JOIN dim_feed g ON g.feed_id = d.feed_id
            WHERE g.feed = :feed AND d.scope = :scope
            """
                .formatted(counts))
        .param("feed", delivery.feed())
        .param("scope", delivery.scope())
        .query(Long.class)
        .single();
  }

  private static String ofDelivery(VersionedTable table) {
    return "(SELECT COUNT(*) FROM %s f WHERE f.delivery_id = d.delivery_id)"
        .formatted(table.name());
  }
}
