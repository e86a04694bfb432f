package org.avance.load;

import java.util.Optional;
import java.util.Set;
import org.avance.model.Delivery;
import org.avance.model.FactKind;
import org.avance.model.SameKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether the series of a delivery can be judged before all of it is known: where nothing that is
 * published has a say in what the rules make of them. The feed is owned meanwhile; a load that goes
 * on asks again.
 */
record NothingBefore(JdbcClient sql, Delivery delivery, Set<FactKind> kinds, SameKey sameKey) {

  /** Not where records are added up: there a point is made of several. */
  boolean holds() {
    return kinds.contains(FactKind.INDICATOR)
        && sameKey != SameKey.SUM
        && publishedFeed(sql, delivery).isEmpty();
  }

  /** Key of the delivery's feed, where values of indicators are published of it. */
  static Optional<Integer> publishedFeed(JdbcClient sql, Delivery delivery) {
    return sql.sql(
            "SELECT g.feed_id FROM dim_feed g WHERE g.feed = :feed AND EXISTS (SELECT * FROM fct_indicator_value f WHERE f.feed_id = g.feed_id)")
        .param("feed", delivery.feed())
        .query(Integer.class)
        .optional();
  }
}
