package org.avance.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.avance.model.IndicatorValue;
import org.jspecify.annotations.Nullable;

/**
 * Tells the series of which a delivery says just what the feed's last one said: they are counted,
 * and their facts are not staged. Of a delivery's other series it keeps digests for the next one.
 *
 * <p>A key that comes back in another series is noted: which facts share a key is settled among
 * staged ones.
 */
final class AsBefore {
  /** From how many facts on a delivery is kept to be compared with. */
  static final int WORTH_WHILE = 1_000;

  private static final String HASH = "CHAR(32) CHARACTER SET ascii NOT NULL";

  static final List<String> COLUMNS =
      List.of(
          "statement_no",
          "series_record",
          "value_column",
          "counts_cell",
          "facts",
          "records",
          "figure",
          "statement_hash",
          "first_year",
          "last_year",
          "first_line",
          "record_no",
          "last_record",
          "is_one");

  private final Optional<KnownSeries> known;
  private final BulkTable table;
  private final BulkTable digests;
  private final BulkRows rows = new BulkRows();
  private final BulkRows digestRows = new BulkRows();
  private final KeySieve keys = new KeySieve();
  private long facts;
  private boolean isAnyTaken;

  /**
   * @param known what the feed's last delivery said; empty where it may not be compared with
   */
  AsBefore(StagingTables tables, Optional<KnownSeries> known) {
    this.known = known;
    this.table = new BulkTable(tables.asBefore(), COLUMNS);
    this.digests =
        new BulkTable(
            tables.digests(),
            List.of("statement_no", "series_record", "facts", "statement_hash", "digest"));
  }

  static String createStatement(String table) {
    return """
        CREATE TABLE %s (
          statement_no INT UNSIGNED NOT NULL, series_record BIGINT UNSIGNED NOT NULL, value_column VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
          counts_cell TINYINT UNSIGNED NOT NULL, facts INT UNSIGNED NOT NULL, records INT UNSIGNED NOT NULL,
          figure DECIMAL(40,10) NOT NULL, statement_hash %s, first_year SMALLINT UNSIGNED NOT NULL,
          last_year SMALLINT UNSIGNED NOT NULL, first_line BIGINT UNSIGNED NOT NULL, record_no BIGINT UNSIGNED NOT NULL,
          last_record BIGINT UNSIGNED NOT NULL, is_one TINYINT UNSIGNED NOT NULL, KEY statement (statement_no)
        )
        """
        .formatted(table, HASH);
  }

  static String createDigests(String table) {
    return "CREATE TABLE %s (statement_no INT UNSIGNED NOT NULL, series_record BIGINT UNSIGNED NOT NULL, facts INT UNSIGNED NOT NULL, statement_hash %s, digest %2$s, KEY statement (statement_no))"
        .formatted(table, HASH);
  }

  static String createInFull(String table) {
    return "CREATE TABLE %s (statement_no INT UNSIGNED NOT NULL)".formatted(table);
  }

  /**
   * True where the series need not be staged: then it is noted here.
   *
   * @param sieve keys of the facts that are staged
   */
  boolean takes(SeriesFace series, KeySieve sieve) {
    facts += series.keys().size();
    if (!series.isComparable()) {
      return false;
    }
    String digest = series.digest();
    series
        .statements()
        .forEach(
            (statement, stated) ->
                digestRows.add(
                    statement, series.firstRecord(), stated, series.statementHash(), digest));
    boolean isAsBefore =
        known.isPresent()
            && known.get().has(series.statementHash(), digest)
            && !isAnyKnown(series.keys(), sieve);
    if (isAsBefore) {
      series.keys().forEach(keys::holdsBack);
      isAnyTaken = true;
      series.writeTo(rows);
    }
    return isAsBefore;
  }

  private boolean isAnyKnown(List<String> series, KeySieve sieve) {
    long[] sorted = series.stream().mapToLong(KeySieve::key).sorted().toArray();
    return IntStream.range(1, sorted.length).anyMatch(i -> sorted[i] == sorted[i - 1])
        || sieve.knowsAny(sorted)
        || keys.knowsAny(sorted);
  }

  /**
   * Whether a staged fact has the key of one that is not. Then their indicator is not unchanged,
   * and all of it is staged when that is found: see {@link SeriesInFull}.
   */
  boolean shares(String key) {
    return isAnyTaken && keys.sawAll() && keys.knows(key);
  }

  /** False where there were too many keys to hold in memory. */
  boolean sawAll() {
    return keys.sawAll();
  }

  /** Hands over what has become known since the last time. */
  void cut(List<BulkPart> parts) {
    rows.cut(table).ifPresent(parts::add);
    if (facts >= WORTH_WHILE) {
      digestRows.cut(digests).ifPresent(parts::add);
    }
  }

  /** A fact of the one kind that is looked at here. */
  @SuppressWarnings("unchecked") // a fact is of the kind's record
  static @Nullable StagedFact<IndicatorValue> indicator(StagedFact<?> fact) {
    return fact.fact() instanceof IndicatorValue ? (StagedFact<IndicatorValue>) fact : null;
  }
}
