package org.avance.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which side files deliveries were staged with. */
public final class SideRegister {
  private final JdbcClient sql;

  public SideRegister(DataSource dataSource) {
    this.sql = ParsedOnce.on(dataSource);
  }

  /**
   * A side file as it was.
   *
   * @param name its path below the inbox
   * @param digest SHA-256 of its bytes
   */
  public record Entry(String name, String digest, long bytes) {}

  /** The entries of a delivery by their names; none where it has not been staged. */
  public Map<String, Entry> of(long deliveryId) {
    Map<String, Entry> entries = new HashMap<>();
    sql.sql(
            "SELECT file_name, file_digest, file_bytes FROM delivery_side_file WHERE delivery_id = :id")
        .param("id", deliveryId)
        .query((row, n) -> new Entry(row.getString(1), row.getString(2), row.getLong(3)))
        .list()
        .forEach(entry -> entries.put(entry.name(), entry));
    return entries;
  }

  /** Takes the place of what was noted of the delivery before. */
  public void note(long deliveryId, Collection<Entry> entries) {
    sql.sql("DELETE FROM delivery_side_file WHERE delivery_id = :id")
        .param("id", deliveryId)
        .update();
    for (Entry entry : entries) {
      sql.sql(
              """
              INSERT INTO delivery_side_file (delivery_id, file_name, file_digest, file_bytes)
              VALUES (:id, :name, :digest, :bytes)
              """)
          .param("id", deliveryId)
          .param("name", entry.name())
          .param("digest", entry.digest())
          .param("bytes", entry.bytes())
          .update();
    }
  }
}
