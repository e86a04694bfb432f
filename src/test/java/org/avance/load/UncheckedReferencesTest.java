package org.avance.load;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members that rows refer to, looked for where the server was told not to. */
class UncheckedReferencesTest {
  @Test
  void a_row_that_refers_to_what_there_is_not_is_found_and_counted_by_reference() throws Exception {
    JdbcClient sql = TestWarehouse.migrated("unchecked_references").owner();
    Orphans orphans = new Orphans(sql);
    orphans.requireNone(PerformanceCount.TABLE, 1, "n_total");
    sql.sql(
            """
            SET STATEMENT foreign_key_checks = 0 FOR
            INSERT INTO fct_programme_performance (feed_id, agency_id, programme_id, year_key, delivery_id)
            VALUES (1, 0, 0, 2020, 1), (1, 0, 98, 2020, 1), (1, 0, 98, 2021, 1), (1, 97, 99, 2020, 1)
            """)
        .update();
    assertThatThrownBy(() -> orphans.requireNone(PerformanceCount.TABLE, 1, "n_total"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "fct_programme_performance would refer to members that there are not: 1 of agency_id, 3 of programme_id");
  }
}
