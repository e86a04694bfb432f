package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Statements sent together, on a connection that prepares each block once. */
class InOneGoTest {
  @Test
  void a_block_is_sent_again_when_its_tables_were_made_again() throws Exception {
    TestWarehouse warehouse = TestWarehouse.migrated("in_one_go");
    try (Connection connection = prepared(warehouse)) {
      JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      String table = warehouse.endpoint().stagingSchema() + ".told";
      for (int i = 1; i <= 3; i++) {
        sql.sql("CREATE OR REPLACE TABLE " + table + " (number INT, text VARCHAR(20))").update();
        new InOneGo(sql)
            .param("number", i)
            .param("text", "é " + i)
            .then("INSERT INTO " + table + " SELECT :number, :text")
            .then("UPDATE " + table + " SET number = number + 1 WHERE text = :text")
            .send();
        assertThat(TestWarehouse.texts(sql, "SELECT CONCAT(number, ' ', text) FROM " + table))
            .isEqualTo(List.of((i + 1) + " é " + i));
      }
    }
  }

  @Test
  void nothing_is_sent_where_there_is_nothing_to_send() throws Exception {
    new InOneGo(TestWarehouse.migrated("in_one_go_nothing").etl()).param("number", 1).send();
  }

  private static Connection prepared(TestWarehouse warehouse) throws Exception {
    String url = warehouse.endpoint().jdbcUrl();
    return DriverManager.getConnection(
        url + (url.contains("?") ? "&" : "?") + "useServerPrepStmts=true",
        warehouse.endpoint().etl().user(),
        warehouse.endpoint().etl().password());
  }
}
