package org.avance.load;

import static org.avance.load.StagingColumn.column;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.avance.model.Fact;
import org.avance.model.FactKind;
import org.avance.model.Programme;

/**
 * How the facts of one kind lie in staging: a narrow row for each fact, and what repeats from
 * record to record once, under a number that the facts bear.
 *
 * @param kind the kind
 * @param columns what each fact fills
 * @param statement what a fact says of more than itself
 */
record StagingShape<F extends Fact>(
    FactKind kind, List<StagingColumn<F>> columns, Statement<F> statement) {

  private static final String CODE = "VARCHAR(40) NOT NULL";
  private static final String HASH = "CHAR(32) CHARACTER SET ascii NOT NULL";

  /** The last of the columns that say where in the file a fact stands. */
  static final String END_OF_PLACE = "last_line";

  /** The column that facts with the same natural key have alike. */
  static final String KEY_HASH = "key_hash";

  /** Columns that the settling of a whole delivery fills; see {@link SameKeys}. */
  private static final String SETTLED =
      """
        is_merged TINYINT UNSIGNED NOT NULL DEFAULT 0,
        ordinal SMALLINT UNSIGNED NOT NULL DEFAULT 1,
        is_ambiguous TINYINT UNSIGNED NOT NULL DEFAULT 0,
        PRIMARY KEY (record_no, fact_no)
      """;

  /**
   * What many facts of a kind say alike, as which indicator they are of.
   *
   * @param of equal for facts that say the same
   * @param columns what is said; none where facts of the kind say nothing of the sort
   */
  record Statement<F extends Fact>(Function<F, Object> of, List<StagingColumn<F>> columns) {
    static <F extends Fact> Statement<F> none() {
      return new Statement<>(fact -> "", List.of());
    }

    boolean isMade() {
      return !columns.isEmpty();
    }
  }

  /** The columns every kind has, followed by the kind's own. */
  static <F extends Fact> StagingShape<F> of(FactKind kind, List<StagingColumn<F>> own) {
    return of(kind, own, Statement.none());
  }

  static <F extends Fact> StagingShape<F> of(
      FactKind kind, List<StagingColumn<F>> own, Statement<F> statement) {
    List<StagingColumn<F>> columns = new ArrayList<>();
    columns.add(column("record_no", "BIGINT UNSIGNED NOT NULL", f -> f.record().number()));
    columns.add(column("fact_no", "INT UNSIGNED NOT NULL", StagedFact::number));
    columns.add(column("first_line", "BIGINT UNSIGNED NOT NULL", f -> f.record().firstLine()));
    columns.add(column("last_line", "BIGINT UNSIGNED NOT NULL", f -> f.record().lastLine()));
    columns.add(
        column(
            "value_column",
            "VARCHAR(200) COLLATE utf8mb4_bin NOT NULL",
            f -> f.fact().valueColumn()));
    columns.add(column("counts_cell", "TINYINT UNSIGNED NOT NULL", f -> f.countsCell() ? 1 : 0));
    columns.add(column("record_figure", "DECIMAL(30,10) NULL", StagedFact::recordFigure));
    stated(columns);
    columns.addAll(own);
    return new StagingShape<>(kind, List.copyOf(columns), statement);
  }

  private static <F extends Fact> void stated(List<StagingColumn<F>> columns) {
    columns.add(column("year_key", "SMALLINT UNSIGNED NOT NULL", f -> f.fact().year()));
    columns.add(column("geography_code", "VARCHAR(12) NOT NULL", f -> f.fact().geography().code()));
    columns.add(
        column("geography_level", "VARCHAR(20) NOT NULL", f -> f.fact().geography().level()));
    columns.add(column("figure", "DECIMAL(30,10) NULL", StagedFact::figure));
    columns.add(column("missing_reason", "VARCHAR(20) NULL", StagedFact::missingReason));
    columns.add(column("missing_text", "VARCHAR(200) NOT NULL", StagedFact::missingText));
    columns.add(column("assumed", "VARCHAR(200) NOT NULL", StagedFact::assumed));
  }

  /** Programmes with their names in a year, alike for every kind. */
  static List<StagingColumn<Fact>> programmeColumns() {
    return List.of(
        column("code_system", CODE, f -> programme(f).codeSystem()),
        column("agency_code", CODE, f -> programme(f).agencyCode()),
        column("agency_name", "VARCHAR(1000) NOT NULL", f -> programme(f).agencyName()),
        column("agency_name_hash", HASH, f -> StagedFact.labelHash(programme(f).agencyName())),
        column("programme_code", CODE, f -> programme(f).code()),
        column("programme_name", "VARCHAR(1000) NOT NULL", f -> programme(f).name()),
        column("programme_name_hash", HASH, f -> StagedFact.labelHash(programme(f).name())));
  }

  /** All that a fact says, wherever it is kept. */
  @SuppressWarnings("unchecked") // what is read of any fact can be read of this kind's
  List<StagingColumn<F>> all() {
    int head = columns.stream().map(StagingColumn::name).toList().indexOf("year_key");
    Stream<StagingColumn<F>> programme =
        programmeColumns().stream().map(each -> (StagingColumn<F>) (StagingColumn<?>) each);
    return Stream.of(
            columns.subList(0, head).stream(),
            programme,
            columns.subList(head, columns.size()).stream(),
            statement.columns().stream())
        .flatMap(parts -> parts)
        .toList();
  }

  String createStatement(String table) {
    String number = statement.isMade() ? "statement_no INT UNSIGNED NOT NULL,\n" : "";
    return "CREATE TABLE %s (\n%s,\nprogramme_no INT UNSIGNED NOT NULL,\n%s%s)"
        .formatted(table, StagingColumn.definitions(columns), number, SETTLED);
  }

  /** What a bulk load of facts fills. */
  List<String> loadedColumns() {
    List<String> names = new ArrayList<>(columns.stream().map(StagingColumn::name).toList());
    names.add("programme_no");
    if (statement.isMade()) {
      names.add("statement_no");
    }
    return names;
  }

  /** The facts with what repeats, under the names of all columns. */
  String select(StagingTables tables, String facts) {
    List<String> names = new ArrayList<>();
    columns.forEach(column -> names.add("f." + column.name()));
    names.addAll(List.of("f.programme_no", "f.is_merged", "f.ordinal", "f.is_ambiguous"));
    programmeColumns().forEach(column -> names.add("p." + column.name()));
    String from = facts + " STRAIGHT_JOIN %s p ON p.programme_no = f.programme_no";
    if (!statement.isMade()) {
      return "(SELECT %s FROM %s)"
          .formatted(String.join(", ", names), from)
          .formatted(tables.programmes());
    }
    names.add("f.statement_no");
    statement.columns().forEach(column -> names.add("t." + column.name()));
    return "(SELECT %s FROM %s STRAIGHT_JOIN %s t ON t.statement_no = f.statement_no)"
        .formatted(
            String.join(", ", names), from.formatted(tables.programmes()), tables.statements(kind));
  }

  private static Programme programme(StagedFact<?> fact) {
    return fact.fact().programme();
  }
}
