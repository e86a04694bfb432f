package org.avance.warehouse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The records that were not loaded; read as the account that loads. */
public final class Quarantined {
  /** Every fault that keeps a record out is found by its delivery; its record then by key. */
  private static final String FAULTS =
      """
      FROM issue i
      STRAIGHT_JOIN quarantine q ON q.delivery_id = i.delivery_id AND q.record_no = i.record_no AND q.status = 'OPEN'
      WHERE i.severity = 'ERROR' AND i.record_no > 0\
      """;

  private static final String EXPORT =
      """
      SELECT f.feed, d.file_name, d.delivery_id, d.status AS delivery_status, q.record_no, q.first_line, q.last_line,
        i.code, i.line, i.column_name, i.found, i.message, i.accepted, q.raw
      FROM (SELECT delivery_id FROM v_quarantine WHERE records_open > 0 OR delivery_id = ?) AS held
      STRAIGHT_JOIN delivery d ON d.delivery_id = held.delivery_id
      STRAIGHT_JOIN dim_feed f ON f.feed_id = d.feed_id
      STRAIGHT_JOIN issue i FORCE INDEX (issue_of_record) ON i.delivery_id = d.delivery_id AND i.severity = 'ERROR' AND i.record_no > 0
      STRAIGHT_JOIN quarantine q ON q.delivery_id = i.delivery_id AND q.record_no = i.record_no AND q.status = 'OPEN'
      WHERE (? = '' OR f.feed = ?) AND (? = '0' OR d.delivery_id = ?) AND (? = '' OR i.code = ?)
      ORDER BY d.delivery_id, q.record_no, i.issue_id
      """;

  private final DataSource loader;
  private final JdbcClient sql;

  public Quarantined(DataSource loader) {
    this.loader = loader;
    this.sql = JdbcClient.create(loader);
  }

  /**
   * Which records are asked for.
   *
   * @param feed only of this feed; of all where empty
   * @param delivery only of this delivery; of all where 0
   * @param code only with a fault of this kind; of all where empty
   */
  public record Which(String feed, long delivery, String code) {}

  /**
   * A delivery with records in quarantine.
   *
   * @param status of the delivery
   * @param open records that nobody has dealt with
   * @param overtaken the same of a delivery that was taken back or whose scope a newer one states
   * @param kinds what is wrong with these, the most frequent first
   */
  public record OfDelivery(
      long delivery,
      String feed,
      String fileName,
      String status,
      long read,
      long open,
      long overtaken,
      long replayed,
      long waived,
      List<Kind> kinds) {
    public OfDelivery {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * A delivery whose load has not come to its end: only that settles what of it is in quarantine.
   *
   * @param before records that it had in quarantine before that load
   */
  public record Unsettled(long delivery, String feed, String fileName, long before) {}

  /**
   * Faults of one code in one column.
   *
   * @param records that have one; a record may have several faults
   */
  public record Kind(String code, String column, long records, List<Example> first) {
    public Kind {
      first = List.copyOf(first);
    }
  }

  /** A fault of a record. */
  public record Example(long record, long line, String found, String message) {}

  /** A record with all that is said of it; texts are empty where there is nothing to say. */
  public record OneRecord(
      long delivery,
      String feed,
      String fileName,
      long record,
      long firstLine,
      long lastLine,
      String status,
      String closedAt,
      String closedBy,
      String reason,
      String raw,
      List<RecordIssue> issues) {
    public OneRecord {
      issues = List.copyOf(issues);
    }
  }

  /**
   * Deliveries with open records in quarantine, the newest first; one that is asked for by name is
   * told of though none is open.
   *
   * @param examples how many faults of each kind are told
   */
  public List<OfDelivery> list(Which which, int limit, int examples) {
    String counted =
        """
        SELECT d.delivery_id, q.feed, q.file_name, q.delivery_status, d.records_read, q.records_open, q.records_overtaken,
          q.records_replayed, q.records_waived
        """;
    List<OfDelivery> deliveries =
        listed(counted, which, "ORDER BY d.delivery_id DESC LIMIT :limit")
            .param("limit", limit)
            .query((row, n) -> delivery(row, List.of()))
            .list();
    List<OfDelivery> told = new ArrayList<>();
    for (OfDelivery each : deliveries) {
      told.add(with(kinds(each.delivery(), which.code(), examples), each));
    }
    return List.copyOf(told);
  }

  /** Deliveries that are being loaded again, and had records in quarantine. */
  public List<Unsettled> listUnsettled(Which which) {
    return sql.sql(
            """
            SELECT d.delivery_id, f.feed, d.file_name, COUNT(*)
            FROM quarantine_before b JOIN delivery d ON d.delivery_id = b.delivery_id JOIN dim_feed f ON f.feed_id = d.feed_id
            WHERE (:feed = '' OR f.feed = :feed) AND (:delivery = 0 OR d.delivery_id = :delivery)
            GROUP BY d.delivery_id, f.feed, d.file_name ORDER BY d.delivery_id DESC
            """)
        .param("feed", which.feed())
        .param("delivery", which.delivery())
        .query(
            (row, n) ->
                new Unsettled(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)))
        .list();
  }

  private JdbcClient.StatementSpec listed(String select, Which which, String end) {
    return sql.sql(
            select
                + """
                FROM v_quarantine q
                JOIN delivery d ON d.delivery_id = q.delivery_id
                WHERE (:feed = '' OR q.feed = :feed) AND (:delivery = 0 OR d.delivery_id = :delivery)
                  AND (:code = '' OR EXISTS (SELECT 1 FROM issue i WHERE i.delivery_id = d.delivery_id AND i.code = :code
                    AND i.record_no > 0))
                  AND (:delivery <> 0 OR q.records_open > 0)
                """
                + end)
        .param("feed", which.feed())
        .param("delivery", which.delivery())
        .param("code", which.code());
  }

  private static OfDelivery delivery(ResultSet row, List<Kind> kinds) throws SQLException {
    return new OfDelivery(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9),
        kinds);
  }

  private static OfDelivery with(List<Kind> kinds, OfDelivery it) {
    return new OfDelivery(
        it.delivery(),
        it.feed(),
        it.fileName(),
        it.status(),
        it.read(),
        it.open(),
        it.overtaken(),
        it.replayed(),
        it.waived(),
        kinds);
  }

  private List<Kind> kinds(long delivery, String code, int examples) {
    List<Kind> kinds =
        sql.sql(
                "SELECT i.code, i.column_name, COUNT(DISTINCT i.record_no) AS records "
                    + FAULTS
                    + """
                     AND i.delivery_id = :delivery AND (:code = '' OR i.code = :code)
                    GROUP BY i.code, i.column_name ORDER BY records DESC, i.code, i.column_name
                    """)
            .param("delivery", delivery)
            .param("code", code)
            .query(
                (row, n) -> new Kind(row.getString(1), row.getString(2), row.getLong(3), List.of()))
            .list();
    return kinds.stream()
        .map(
            kind ->
                new Kind(
                    kind.code(), kind.column(), kind.records(), first(delivery, kind, examples)))
        .toList();
  }

  private List<Example> first(long delivery, Kind kind, int examples) {
    return sql.sql(
            "SELECT i.record_no, i.line, i.found, i.message "
                + FAULTS
                + """
                 AND i.delivery_id = :delivery AND i.code = :code AND i.column_name = :column
                ORDER BY i.record_no, i.issue_id LIMIT :examples
                """)
        .param("delivery", delivery)
        .param("code", kind.code())
        .param("column", kind.column())
        .param("examples", examples)
        .query(
            (row, n) ->
                new Example(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)))
        .list();
  }

  /** One record of a delivery, open or not. */
  public Optional<OneRecord> find(long delivery, long record) {
    return sql.sql(
            """
            SELECT q.*, f.feed, d.file_name FROM quarantine q
            JOIN delivery d ON d.delivery_id = q.delivery_id
            JOIN dim_feed f ON f.feed_id = d.feed_id
            WHERE q.delivery_id = :delivery AND q.record_no = :record
            """)
        .param("delivery", delivery)
        .param("record", record)
        .query((row, n) -> record(row, RecordIssue.ofRecord(loader, delivery, record)))
        .optional();
  }

  private static OneRecord record(ResultSet row, List<RecordIssue> issues) throws SQLException {
    return new OneRecord(
        row.getLong("delivery_id"),
        row.getString("feed"),
        row.getString("file_name"),
        row.getLong("record_no"),
        row.getLong("first_line"),
        row.getLong("last_line"),
        row.getString("status"),
        DeliveryDetails.instant(row, "closed_at"),
        row.getString("closed_by"),
        row.getString("reason"),
        row.getString("raw"),
        issues);
  }

  /** Numbers of the delivery's open records, for those who ask for another: the first ten. */
  public List<Long> someOpen(long delivery) {
    return sql.sql(
            "SELECT record_no FROM quarantine WHERE delivery_id = :id AND status = 'OPEN' ORDER BY 1 LIMIT 10")
        .param("id", delivery)
        .query(Long.class)
        .list();
  }

  /** How many deliveries there are in all. */
  public long deliveries(Which which) {
    return listed("SELECT COUNT(*) ", which, "").query(Long.class).single();
  }

  /**
   * All open records with their faults, a row for each fault, in the order of deliveries and
   * records.
   *
   * @return how many rows there were
   */
  public long export(Which which, Query.Answer answer) {
    String delivery = String.valueOf(which.delivery());
    List<String> parameters =
        List.of(
            delivery, which.feed(), which.feed(), delivery, delivery, which.code(), which.code());
    return Query.run(loader, EXPORT, parameters, answer);
  }
}
