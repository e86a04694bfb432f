package org.avance.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.avance.issue.Issue;
import org.avance.model.Delivery;
import org.avance.model.Fact;
import org.avance.model.FactKind;
import org.avance.model.RecordFate;
import org.avance.model.SameKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The staging of one delivery. Rows, quarantine, issues and counts of a chunk are written in the
 * caller's transaction, so that what is staged and how far it went commit together:
 *
 * <ul>
 *   <li>a fresh start empties counts, issues, quarantine and tables;
 *   <li>a restart goes on behind the last record counted, when the tables are still there and were
 *       made by this build and under the same descriptor;
 *   <li>table statements commit on their own, so they never stand inside a chunk.
 * </ul>
 */
public final class Staging {
  private static final List<String> QUARANTINE_COLUMNS =
      List.of("delivery_id", "record_no", "first_line", "last_line", "raw");

  private final JdbcClient sql;
  private final BulkLoad bulk;
  private final StagingTables tables;
  private final Delivery delivery;
  private final Set<FactKind> kinds;
  private final SameKey sameKey;
  private final TransactionTemplate transaction;

  /**
   * @param dataSource pool whose connections may load local streams
   * @param schema the staging schema
   */
  public Staging(
      DataSource dataSource,
      String schema,
      Delivery delivery,
      Set<FactKind> kinds,
      SameKey sameKey) {
    this.sql = ParsedOnce.on(dataSource);
    this.bulk = new BulkLoad(dataSource);
    this.tables = new StagingTables(schema, delivery.feed());
    this.delivery = delivery;
    this.kinds = Set.copyOf(kinds);
    this.sameKey = sameKey;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /**
   * True where an earlier execution's rows can be built on; else {@link #begin} must come first.
   */
  public boolean canResume() {
    return recordsRead() > 0 && layout().isAsMade();
  }

  /** How many records an earlier execution staged. */
  public long recordsRead() {
    return sql.sql("SELECT records_read FROM delivery WHERE delivery_id = :id")
        .param("id", delivery.id())
        .query(Long.class)
        .single();
  }

  /**
   * Sees to empty tables. Another delivery of the feed that did not come to its end loses what it
   * had staged in them, and starts over. Outside of any transaction.
   */
  public void begin(StagingLease lease) {
    boolean isEmpty =
        Boolean.TRUE.equals(
            transaction.execute(
                running -> {
                  new StagedCounts(sql).takeOver(delivery);
                  return lease.empty();
                }));
    if (!isEmpty) {
      lease.make(layout()::make);
    }
  }

  private StagingLayout layout() {
    return new StagingLayout(sql, tables, kinds);
  }

  /**
   * Begins to put records into rows.
   *
   * @param recordsPerChunk from how many records on a chunk is handed over
   * @param judge of series, where they may be judged and compared on the way
   */
  public Preparation preparation(int recordsPerChunk, Optional<SeriesJudge> judge) {
    boolean resumed = recordsRead() > 0;
    Optional<KnownSeries> known = judge.isEmpty() || resumed ? Optional.empty() : known();
    Optional<AsBefore> asBefore =
        judge.filter(each -> isComparable()).map(each -> new AsBefore(tables, known));
    Optional<JudgedInPassing> judged =
        judge
            .filter(each -> known.isPresent() || nothingBefore().holds())
            .map(each -> new JudgedInPassing(each, sameKey, tables));
    if (resumed && judged.isEmpty() && kinds.contains(FactKind.INDICATOR)) {
      new JudgedWindows(sql, tables).forget();
    }
    FactRows rows = new FactRows(sql, tables, kinds, sameKey, asBefore, resumed);
    return new Preparation(rows, judged, recordsPerChunk, series -> true);
  }

  private boolean isComparable() {
    return kinds.equals(Set.of(FactKind.INDICATOR)) && sameKey != SameKey.SUM;
  }

  private Optional<KnownSeries> known() {
    return isComparable() ? new SeriesDigests(sql, tables, delivery).known() : Optional.empty();
  }

  private NothingBefore nothingBefore() {
    return new NothingBefore(sql, delivery, kinds, sameKey);
  }

  /** The series that were not staged and have to be after all. */
  public SeriesInFull inFull() {
    return new SeriesInFull(sql, tables);
  }

  /**
   * Puts series into rows that are counted already; leaves all others out.
   *
   * @param firstRecords numbers of the records that they begin with
   */
  public Preparation inFullPreparation(int recordsPerChunk, Set<Long> firstRecords) {
    FactRows rows = new FactRows(sql, tables, kinds, sameKey, Optional.empty(), false);
    return new Preparation(
        rows,
        Optional.empty(),
        recordsPerChunk,
        series -> firstRecords.contains(series.firstStating()));
  }

  /** Stages rows of records that are counted already, in the running transaction. */
  public void writeCounted(PreparedChunk prepared) {
    bulk.load(prepared.parts());
  }

  /** Stages one chunk in the running transaction. */
  public void write(PreparedChunk prepared) {
    List<PreparedRecord> chunk = prepared.records();
    bulk.load(prepared.parts());
    footings().write(chunk);
    setAside(chunk);
    new StagedCounts(sql).count(delivery.id(), Tally.of(chunk));
  }

  /** Takes the facts of records out again, which are then to be {@link #setAsideUnstaged}. */
  public void unstage(List<Long> records) {
    new Unstated(sql, tables, kinds).after(records, () -> sameKeys().unstage(records));
  }

  /**
   * Sets records aside that were staged and are no more, and moves their counts. In the transaction
   * that took them out.
   */
  public void setAsideUnstaged(List<StagedRecord> quarantined) {
    List<PreparedRecord> moved = quarantined.stream().map(PreparedRecord::of).toList();
    setAside(moved);
    new StagedCounts(sql).recount(delivery.id(), Tally.of(moved));
  }

  /**
   * Notes an issue of the file as a whole; the same kind again replaces it. An ERROR is a reason to
   * reject the delivery.
   */
  public void note(Issue issue) {
    sql.sql("DELETE FROM issue WHERE delivery_id = :id AND record_no = 0 AND code = :code")
        .param("id", delivery.id())
        .param("code", issue.code().name())
        .update();
    BulkRows rows = new BulkRows();
    new IssueRows(delivery.id(), rows).add(0, issue);
    bulk.load("issue", IssueRows.COLUMNS, rows);
  }

  /** Gathers what was noted record by record and is worth saying once. */
  public void gather() {
    sameKeys().gatherAliases();
  }

  /** What the same-key rule makes of the whole delivery once all of it is staged. */
  public SameKeys sameKeys() {
    return new SameKeys(sql, tables, delivery, kinds, sameKey);
  }

  /** The figures that the file prints about itself. */
  public Footings footings() {
    return new Footings(sql, bulk, tables, delivery);
  }

  public Accounts accounts() {
    return new Accounts(sql, tables, delivery, kinds);
  }

  @SuppressWarnings("unchecked") // a fact of a kind is of the kind's record
  static <F extends Fact> List<StagedFact<F>> factsOf(
      StagedRecord record, FactKind kind, SameKey sameKey) {
    List<StagedFact<F>> facts = new ArrayList<>();
    Set<String> cellsCounted = new HashSet<>();
    int number = 0;
    for (Fact fact : record.facts()) {
      number++;
      boolean countsCell = cellsCounted.add(fact.valueColumn());
      if (fact.kind() == kind) {
        boolean sums = sameKey == SameKey.SUM;
        facts.add(new StagedFact<>(record, (F) fact, number, countsCell, sums));
      }
    }
    return facts;
  }

  private void setAside(List<? extends PreparedRecord> chunk) {
    BulkRows quarantine = new BulkRows();
    BulkRows issues = new BulkRows();
    IssueRows issueRows = new IssueRows(delivery.id(), issues);
    for (PreparedRecord record : chunk) {
      if (record.fate() == RecordFate.QUARANTINED) {
        quarantine.add(
            delivery.id(), record.number(), record.firstLine(), record.lastLine(), record.raw());
      }
      record.issues().forEach(issue -> issueRows.add(record.number(), issue));
    }
    bulk.load("quarantine", QUARANTINE_COLUMNS, quarantine);
    bulk.load("issue", IssueRows.COLUMNS, issues);
  }

  static StagingShape<?> shape(FactKind kind) {
    return switch (kind) {
      case COVERAGE -> CoverageShape.SHAPE;
      case BUDGET -> BudgetShape.SHAPE;
      case INDICATOR -> IndicatorShape.SHAPE;
      case SCORE -> ScoreShape.SHAPE;
      case ASSESSMENT -> AssessmentShape.SHAPE;
      case DISTRIBUTION -> DistributionShape.SHAPE;
      case FINDING -> FindingShape.SHAPE;
    };
  }
}
