package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.avance.server.Endpoint;
import org.avance.server.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class ProgrammeBatchesTest {
  /** Of two programmes written in two ways, one twice; of a third, and of none. */
  private static final String OWNERS =
      """
      SELECT 'PEF' AS owner_system, '04' AS owner_agency, 'S001' AS owner_programme, 2 AS n, FALSE AS is_known
      UNION ALL SELECT 'PEF', '04', 's001 ', 1, FALSE
      UNION ALL SELECT 'PEF', '04', 'Añil', 1, FALSE
      UNION ALL SELECT 'PEF', '04', 'anil', 1, FALSE
      UNION ALL SELECT 'PEF', '04', 'anil', 1, FALSE
      UNION ALL SELECT 'PEF', '16', 'S001', 1, FALSE
      UNION ALL SELECT 'PEF', '16', '', 1, FALSE
      """;

  private SingleConnectionDataSource source;
  private JdbcClient sql;

  @BeforeEach
  void connect() throws Exception {
    Endpoint endpoint = TestServer.freshWarehouse("batches");
    DataSource pool =
        new DriverManagerDataSource(
            endpoint.jdbcUrl() + "?allowLocalInfile=true",
            endpoint.etl().user(),
            endpoint.etl().password());
    source = new SingleConnectionDataSource(pool.getConnection(), true);
    sql = JdbcClient.create(source);
  }

  @AfterEach
  void disconnect() {
    source.destroy();
  }

  /** What each batch holds; none where all are one. */
  private List<List<String>> batches(int most) {
    ProgrammeBatches programmes = new ProgrammeBatches(sql, new BulkLoad(source), most);
    List<WrittenProgramme> written = sql.sql(OWNERS).query(WrittenProgramme::of).list();
    if (programmes.areOne(written)) {
      return List.of();
    }
    int batches = programmes.cut(written);
    programmes.deal(
        "dealt", "SELECT s.*, ROW_NUMBER() OVER () AS member FROM (" + OWNERS + ") s", Map.of());
    return IntStream.range(0, batches).mapToObj(this::dealt).toList();
  }

  private List<String> dealt(int batch) {
    return sql
        .sql(
            """
            SELECT CONCAT_WS('/', owner_agency, owner_programme)
            FROM (SELECT s.*, ROW_NUMBER() OVER () AS member FROM (%s) s) stated JOIN dealt USING (member)
            WHERE batch = :batch
            """
                .formatted(OWNERS))
        .param("batch", batch)
        .query(String.class)
        .list()
        .stream()
        .sorted()
        .toList();
  }

  @Test
  void what_fits_is_one_batch() {
    assertThat(batches(8)).isEmpty();
  }

  @Test
  void no_programme_is_parted_however_it_is_written() {
    assertThat(batches(3))
        .containsExactly(
            List.of("04/anil", "04/anil", "04/Añil").stream().sorted().toList(),
            List.of("04/S001", "04/s001 "),
            List.of("16/", "16/S001"));
  }

  @Test
  void a_programme_that_is_too_large_is_a_batch_of_its_own() {
    assertThat(batches(1)).hasSize(4);
  }
}
