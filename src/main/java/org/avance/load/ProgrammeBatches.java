package org.avance.load;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cuts what is said of indicators into batches that fit into memory, none of which parts what is
 * said of one programme, however it is written.
 */
final class ProgrammeBatches {
  private static final String TABLE = "batch_of_programme";

  private final JdbcClient sql;
  private final BulkLoad bulk;
  private final int most;

  /**
   * @param most how many statements are one batch, unless a programme makes more
   */
  ProgrammeBatches(JdbcClient sql, BulkLoad bulk, int most) {
    this.sql = sql;
    this.bulk = bulk;
    this.most = most;
  }

  /** True where all statements are one batch: then there is nothing to cut. */
  boolean areOne(List<WrittenProgramme> written) {
    return written.stream().mapToLong(WrittenProgramme::statements).sum() <= most;
  }

  /**
   * Cuts the statements of some programmes.
   *
   * @return how many batches they make; statements of other programmes are in none
   */
  int cut(List<WrittenProgramme> written) {
    Map<String, Long> sizes = new TreeMap<>();
    written.forEach(each -> sizes.merge(each.label(), each.statements(), Long::sum));
    Map<String, Integer> batches = new TreeMap<>();
    int batch = 0;
    long held = 0;
    for (Map.Entry<String, Long> programme : sizes.entrySet()) {
      if (held > 0 && held + programme.getValue() > most) {
        batch++;
        held = 0;
      }
      held += programme.getValue();
      batches.put(programme.getKey(), batch);
    }
    layOut(written, batches);
    return batch + 1;
  }

  /**
   * Says of each member which batch it is in, so that a batch need not be looked for among all.
   *
   * @param table made anew: {@code batch}, counted from 0, and {@code member}
   * @param query gives {@code owner_system}, {@code owner_agency}, {@code owner_programme}, and
   *     {@code member}, its number
   */
  void deal(String table, String query, Map<String, ?> parameters) {
    sql.sql(
            """
            CREATE OR REPLACE TEMPORARY TABLE %s (PRIMARY KEY (batch, member)) AS
            SELECT b.batch, m.member
            FROM (%s) m JOIN %s b ON b.owner = HEX(CONCAT_WS(CHAR(31), m.owner_system, m.owner_agency, m.owner_programme))
            """
                .formatted(table, query, TABLE))
        .params(parameters)
        .update();
  }

  private void layOut(List<WrittenProgramme> written, Map<String, Integer> batches) {
    sql.sql(
            "CREATE OR REPLACE TEMPORARY TABLE %s (owner VARCHAR(750) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY, batch INT NOT NULL)"
                .formatted(TABLE))
        .update();
    Map<String, Integer> owners = new TreeMap<>();
    written.forEach(each -> owners.put(each.owner(), batches.getOrDefault(each.label(), 0)));
    BulkRows rows = new BulkRows();
    owners.forEach((owner, batch) -> rows.add(owner, batch));
    bulk.load(TABLE, List.of("owner", "batch"), rows);
  }
}
