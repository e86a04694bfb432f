package org.avance.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.avance.model.Delivery;
import org.avance.model.DeliveryCounts;
import org.avance.model.DeliveryStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of deliveries. */
public final class Deliveries {
  static final String SELECT =
      """
      SELECT d.*, f.feed FROM delivery d JOIN dim_feed f ON f.feed_id = d.feed_id
      """;

  private static final int DIGESTS_AT_ONCE = 500;

  /**
   * Deliveries that are published: also while they are loaded again, and when that load was not
   * accepted. What was published of them stands, unless it was taken back.
   */
  static final String STANDS =
      """
      (%1$s.status = 'PUBLISHED' OR %1$s.published_at IS NOT NULL AND COALESCE(%1$s.retracted_at < %1$s.published_at, TRUE)
        AND %1$s.status IN ('RECEIVED', 'STAGED', 'JUDGED', 'REJECTED'))\
      """;

  private final JdbcClient sql;

  public Deliveries(DataSource dataSource) {
    this(ParsedOnce.on(dataSource));
  }

  Deliveries(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * A file that has arrived, before it is a delivery.
   *
   * @param scope empty where deliveries of the feed end nothing
   */
  public record Arrival(
      String feed,
      String fileName,
      String digest,
      long bytes,
      String edition,
      int editionYear,
      String scope,
      String descriptorDigest,
      String rulebookDigest) {}

  /** Makes the feed known, or its title and agency anew. */
  public void registerFeed(String feed, String title, String agency) {
    sql.sql(
            """
            INSERT INTO dim_feed (feed, title, agency)
            SELECT :feed, :title, :agency FROM dual WHERE NOT EXISTS (SELECT 1 FROM dim_feed WHERE feed = :feed)
            """)
        .param("feed", feed)
        .param("title", title)
        .param("agency", agency)
        .update();
    sql.sql(
            PublishClock.after(
                "dim_feed WHERE feed = :feed",
                """
                UPDATE dim_feed SET title = :title, agency = :agency
                WHERE feed = :feed AND NOT (BINARY title = :title AND BINARY agency = :agency)
                """))
        .param("feed", feed)
        .param("title", title)
        .param("agency", agency)
        .update();
  }

  public Optional<Delivery> find(String feed, String digest) {
    return sql.sql(SELECT + " WHERE f.feed = :feed AND d.file_digest = :digest")
        .param("feed", feed)
        .param("digest", digest)
        .query(Deliveries::delivery)
        .optional();
  }

  /** Those of a feed's deliveries that have one of the digests, by digest. */
  public Map<String, Delivery> find(String feed, Set<String> digests) {
    Map<String, Delivery> found = new HashMap<>();
    List<String> all = List.copyOf(digests);
    for (int from = 0; from < all.size(); from += DIGESTS_AT_ONCE) {
      sql.sql(SELECT + " WHERE f.feed = :feed AND d.file_digest IN (:digests)")
          .param("feed", feed)
          .param("digests", all.subList(from, Math.min(all.size(), from + DIGESTS_AT_ONCE)))
          .query(Deliveries::delivery)
          .list()
          .forEach(delivery -> found.put(delivery.digest(), delivery));
    }
    return found;
  }

  public Delivery get(long id) {
    return find(id).orElseThrow();
  }

  public Optional<Delivery> find(long id) {
    return sql.sql(SELECT + " WHERE d.delivery_id = :id")
        .param("id", id)
        .query(Deliveries::delivery)
        .optional();
  }

  /** All deliveries of a feed, in order of arrival. */
  public List<Delivery> list(String feed) {
    return sql.sql(SELECT + " WHERE f.feed = :feed ORDER BY d.delivery_id")
        .param("feed", feed)
        .query(Deliveries::delivery)
        .list();
  }

  /**
   * Digests of a feed's files whose execution never came to its end: its process died, or it
   * failed.
   *
   * @param jobName name of the feed's job
   */
  public Set<String> unfinished(String jobName) {
    return Set.copyOf(
        sql.sql(
                """
                SELECT DISTINCT p.PARAMETER_VALUE
                FROM BATCH_JOB_INSTANCE i
                JOIN BATCH_JOB_EXECUTION e ON e.JOB_INSTANCE_ID = i.JOB_INSTANCE_ID
                JOIN BATCH_JOB_EXECUTION_PARAMS p ON p.JOB_EXECUTION_ID = e.JOB_EXECUTION_ID AND p.PARAMETER_NAME = 'fileDigest'
                WHERE i.JOB_NAME = :job AND e.STATUS IN ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN')
                """)
            .param("job", jobName)
            .query(String.class)
            .list());
  }

  /**
   * A feed's deliveries that have not ended, or were rejected and not overtaken since, oldest
   * first.
   */
  public List<Delivery> listOpen(String feed) {
    return sql.sql(
            SELECT
                + """
                WHERE f.feed = :feed AND (d.status IN ('RECEIVED', 'STAGED', 'JUDGED') OR (d.status = 'REJECTED'
                  AND NOT EXISTS (SELECT 1 FROM delivery n WHERE n.feed_id = d.feed_id AND n.scope = d.scope AND n.scope <> ''
                                    AND %s AND n.delivery_id > d.delivery_id)))
                ORDER BY d.delivery_id
                """
                    .formatted(STANDS.formatted("n")))
        .param("feed", feed)
        .query(Deliveries::delivery)
        .list();
  }

  /** Registers an arrival; the same bytes for the same feed again are the same delivery. */
  public Delivery register(Arrival arrival) {
    return find(arrival.feed(), arrival.digest())
        .orElseGet(
            () -> {
              insert(arrival);
              return find(arrival.feed(), arrival.digest()).orElseThrow();
            });
  }

  /** By VALUES: after each INSERT … SELECT the server waits for the disk. */
  private void insert(Arrival arrival) {
    sql.sql(
            """
            INSERT INTO delivery
              (feed_id, file_name, file_digest, file_bytes, edition, edition_year, scope, status,
               descriptor_digest, rulebook_digest, received_at)
            VALUES ((SELECT feed_id FROM dim_feed WHERE feed = :feed), :fileName, :digest, :bytes, :edition, :editionYear, :scope,
                    'RECEIVED', :descriptorDigest, :rulebookDigest, NOW(6))
            """)
        .paramSource(arrival)
        .update();
  }

  /**
   * Sends a delivery that has ended back to its start, to be loaded again. What was published of it
   * stays as it is until it is published anew.
   *
   * @param byName whether it takes the place of newer editions of its scope
   */
  public Delivery again(long id, long rerun, boolean byName) {
    sql.sql(
            """
            UPDATE delivery
            SET status = 'RECEIVED', records_read = 0, reasons = '', rerun = :rerun, by_name = :byName
            WHERE delivery_id = :id
            """)
        .param("id", id)
        .param("rerun", rerun)
        .param("byName", byName)
        .update();
    return get(id);
  }

  /** Sends a delivery back to the start, under the descriptor and rulebook of now. */
  public Delivery restage(long id, Arrival arrival, long rerun) {
    sql.sql(
            """
            UPDATE delivery
            SET status = 'RECEIVED', records_read = 0, reasons = '', rerun = :rerun, edition = :edition,
                edition_year = :editionYear, scope = :scope, descriptor_digest = :descriptor,
                rulebook_digest = :rulebook
            WHERE delivery_id = :id
            """)
        .param("id", id)
        .param("rerun", rerun)
        .param("edition", arrival.edition())
        .param("editionYear", arrival.editionYear())
        .param("scope", arrival.scope())
        .param("descriptor", arrival.descriptorDigest())
        .param("rulebook", arrival.rulebookDigest())
        .update();
    return get(id);
  }

  /**
   * Which of the feed's layouts the file has, and its value columns, whether or not a number stands
   * in them.
   */
  public void opened(long id, String layout, List<String> valueColumns) {
    Tally.ColumnTally nothing = new Tally.ColumnTally();
    StagedCounts counts = new StagedCounts(sql);
    valueColumns.forEach(column -> counts.countColumn(id, column, nothing));
    sql.sql("UPDATE delivery SET layout = :layout WHERE delivery_id = :id")
        .param("layout", layout)
        .param("id", id)
        .update();
  }

  /**
   * Where the pages of a delivery's document begin; takes the place of what was noted before.
   *
   * @param firstLines line that each page begins on, in order; empty where it has no pages
   */
  public void pages(long id, List<Long> firstLines) {
    sql.sql("DELETE FROM delivery_page WHERE delivery_id = :id").param("id", id).update();
    if (!firstLines.isEmpty()) {
      String rows =
          IntStream.range(0, firstLines.size())
              .mapToObj(i -> "(%d, %d, %d)".formatted(id, i + 1, firstLines.get(i)))
              .collect(Collectors.joining(", "));
      sql.sql("INSERT INTO delivery_page (delivery_id, page, first_line) VALUES " + rows).update();
    }
  }

  /** Where a delivery ends, or how far it has come. */
  public void mark(long id, DeliveryStatus status, List<String> reasons) {
    sql.sql("UPDATE delivery SET status = :status, reasons = :reasons WHERE delivery_id = :id")
        .param("status", status.name())
        .param(
            "reasons",
            reasons.stream().map(FirstFaults::onOneLine).collect(Collectors.joining("\n")))
        .param("id", id)
        .update();
    if (status == DeliveryStatus.REJECTED || status == DeliveryStatus.SUPERSEDED) {
      new Quarantine(sql).settle(id, false);
    }
  }

  /**
   * Which newer delivery of its scope is published already, in words: one that it does not take the
   * place of by itself.
   */
  public Optional<String> overtakenBy(long id) {
    return newerThan(id, "d.scope <> ''");
  }

  /** The same, and where deliveries have no scope any newer one: it may state the same facts. */
  public Optional<String> newerThan(long id) {
    return newerThan(id, "TRUE");
  }

  private Optional<String> newerThan(long id, String condition) {
    return sql.sql(
            """
            SELECT CONCAT('edition ', IF(n.edition = '', n.delivery_id, n.edition), ' of the same ', IF(d.scope = '', 'feed', 'scope'),
                          ' is published already (', n.file_name, ', delivery ', n.delivery_id, ')')
            FROM delivery n JOIN delivery d ON d.feed_id = n.feed_id AND d.scope = n.scope
            WHERE d.delivery_id = :id AND %s AND %s
              AND (n.edition > d.edition OR (n.edition = d.edition AND n.delivery_id > d.delivery_id))
            ORDER BY n.edition DESC, n.delivery_id DESC LIMIT 1
            """
                .formatted(condition, STANDS.formatted("n")))
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** Whether it was told by name to take the place of newer editions. */
  public boolean isByName(long id) {
    return sql.sql("SELECT by_name FROM delivery WHERE delivery_id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** When it was last published, as the database writes it; empty where it never was. */
  public Optional<String> publishedAt(long id) {
    return sql.sql(
            "SELECT CAST(published_at AS CHAR(19)) FROM delivery WHERE delivery_id = :id AND published_at IS NOT NULL AND COALESCE(retracted_at < published_at, TRUE)")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /**
   * Records of the last delivery of the feed that was published before this one; of a whole
   * document, the last of the same document. Empty where there is none.
   */
  public Optional<Long> recordsOfLast(Delivery delivery) {
    return sql.sql(
            """
            SELECT d.records_read FROM delivery d JOIN dim_feed f ON f.feed_id = d.feed_id
            WHERE f.feed = :feed AND d.status = 'PUBLISHED' AND d.delivery_id <> :id
              AND (d.scope = :scope OR :scope NOT LIKE 'document %')
            ORDER BY d.published_at DESC LIMIT 1
            """)
        .param("feed", delivery.feed())
        .param("scope", delivery.scope())
        .param("id", delivery.id())
        .query(Long.class)
        .optional();
  }

  /** Whether the feed ever had a delivery. */
  public boolean hasAny(String feed) {
    return sql.sql("SELECT COUNT(*) FROM delivery JOIN dim_feed USING (feed_id) WHERE feed = :feed")
            .param("feed", feed)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Issues of a delivery by code, with their numbers. */
  public Map<String, Long> issuesByCode(long id) {
    Map<String, Long> counts = new TreeMap<>();
    sql.sql("SELECT code, COUNT(*) FROM issue WHERE delivery_id = :id GROUP BY code")
        .param("id", id)
        .query((row, n) -> counts.put(row.getString(1), row.getLong(2)))
        .list();
    return counts;
  }

  /** Messages of the faults of the file as a whole: each is a reason to reject it. */
  public List<String> refusals(long id) {
    return sql.sql(
            "SELECT message FROM issue WHERE delivery_id = :id AND record_no = 0 AND severity = 'ERROR' ORDER BY issue_id")
        .param("id", id)
        .query(String.class)
        .list();
  }

  static Delivery delivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getLong("delivery_id"),
        row.getString("feed"),
        row.getString("file_name"),
        row.getString("file_digest"),
        row.getString("edition"),
        row.getInt("edition_year"),
        row.getString("scope"),
        DeliveryStatus.valueOf(row.getString("status")),
        row.getInt("rerun"),
        row.getString("descriptor_digest"),
        row.getString("rulebook_digest"),
        DeliveryCounts.read(row::getLong),
        row.getString("reasons").lines().toList());
  }
}
