package org.avance.load;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.avance.model.Fact;
import org.avance.model.FactKind;
import org.avance.model.Programme;

/**
 * How the facts of one kind lie in staging.
 *
 * @param kind the kind
 * @param columns what facts fill
 */
record StagingShape<F extends Fact>(FactKind kind, List<StagingColumn<F>> columns) {

  private static final String CODE = "VARCHAR(40) NOT NULL";
  private static final String HASH = "CHAR(32) CHARACTER SET ascii NOT NULL";

  /** Columns that the settling of a whole delivery fills; see {@link SameKeys}. */
  private static final String SETTLED =
      """
        is_merged TINYINT UNSIGNED NOT NULL DEFAULT 0,
        ordinal SMALLINT UNSIGNED NOT NULL DEFAULT 1,
        is_ambiguous TINYINT UNSIGNED NOT NULL DEFAULT 0,
        PRIMARY KEY (record_no, fact_no),
        KEY same_key (key_hash, content_hash)
      """;

  /** The columns every kind has, followed by the kind's own. */
  static <F extends Fact> StagingShape<F> of(FactKind kind, List<StagingColumn<F>> own) {
    List<StagingColumn<F>> columns = new ArrayList<>();
    columns.add(
        StagingColumn.column("record_no", "BIGINT UNSIGNED NOT NULL", f -> f.record().number()));
    columns.add(StagingColumn.column("fact_no", "INT UNSIGNED NOT NULL", StagedFact::number));
    columns.add(
        StagingColumn.column(
            "first_line", "BIGINT UNSIGNED NOT NULL", f -> f.record().firstLine()));
    columns.add(
        StagingColumn.column("last_line", "BIGINT UNSIGNED NOT NULL", f -> f.record().lastLine()));
    columns.add(
        StagingColumn.column("value_column", "VARCHAR(200) NOT NULL", f -> f.fact().valueColumn()));
    columns.add(
        StagingColumn.column(
            "counts_cell", "TINYINT UNSIGNED NOT NULL", f -> f.countsCell() ? 1 : 0));
    columns.add(
        StagingColumn.column("record_figure", "DECIMAL(30,10) NULL", StagedFact::recordFigure));
    stated(columns);
    columns.addAll(own);
    return new StagingShape<>(kind, List.copyOf(columns));
  }

  private static <F extends Fact> void stated(List<StagingColumn<F>> columns) {
    columns.add(StagingColumn.column("code_system", CODE, f -> programme(f).codeSystem()));
    columns.add(StagingColumn.column("agency_code", CODE, f -> programme(f).agencyCode()));
    columns.add(
        StagingColumn.column(
            "agency_name", "VARCHAR(1000) NOT NULL", f -> programme(f).agencyName()));
    columns.add(
        StagingColumn.column(
            "agency_name_hash", HASH, f -> StagedFact.labelHash(programme(f).agencyName())));
    columns.add(StagingColumn.column("programme_code", CODE, f -> programme(f).code()));
    columns.add(
        StagingColumn.column("programme_name", "VARCHAR(1000) NOT NULL", f -> programme(f).name()));
    columns.add(
        StagingColumn.column(
            "programme_name_hash", HASH, f -> StagedFact.labelHash(programme(f).name())));
    columns.add(
        StagingColumn.column("year_key", "SMALLINT UNSIGNED NOT NULL", f -> f.fact().year()));
    columns.add(
        StagingColumn.column(
            "geography_code", "VARCHAR(12) NOT NULL", f -> f.fact().geography().code()));
    columns.add(
        StagingColumn.column(
            "geography_level", "VARCHAR(20) NOT NULL", f -> f.fact().geography().level()));
    columns.add(StagingColumn.column("figure", "DECIMAL(30,10) NULL", StagedFact::figure));
    columns.add(
        StagingColumn.column("missing_reason", "VARCHAR(20) NULL", StagedFact::missingReason));
    columns.add(
        StagingColumn.column("missing_text", "VARCHAR(200) NOT NULL", StagedFact::missingText));
    columns.add(StagingColumn.column("assumed", "VARCHAR(200) NOT NULL", StagedFact::assumed));
  }

  String createStatement(String table) {
    String filled =
        columns.stream()
            .map(c -> "  " + c.name() + " " + c.type())
            .collect(Collectors.joining(",\n"));
    return "CREATE TABLE " + table + " (\n" + filled + ",\n" + SETTLED + ")";
  }

  List<String> columnNames() {
    return columns.stream().map(StagingColumn::name).toList();
  }

  /** Adds one row to the text that a bulk load sends. */
  void write(StagedFact<F> fact, BulkRows rows) {
    rows.add(columns.stream().map(c -> c.value().apply(fact)).toArray());
  }

  private static Programme programme(StagedFact<?> fact) {
    return fact.fact().programme();
  }
}
