package org.avance.load;

import static org.avance.load.StagingColumn.column;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.avance.model.Fact;
import org.avance.model.FactKind;
import org.avance.model.Programme;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What repeats from record to record, staged once under a number that facts bear: programmes with
 * their names in a year, and what facts of a kind say in common. What was forgotten, for want of
 * memory or because the load was started again, is staged once more under another number: whoever
 * reads takes equal texts for one.
 */
final class StagedMembers {
  /** About 100 MB of what feeds say of indicators. */
  private static final int MOST = 150_000;

  private static final List<StagingColumn<Fact>> PROGRAMME = programme();

  private final JdbcClient sql;
  private final Map<FactKind, Numbers> statements = new EnumMap<>(FactKind.class);
  private final Numbers programmes;

  /** Asks the tables which numbers are taken: not while rows are under way. */
  StagedMembers(JdbcClient sql, StagingTables tables, Set<FactKind> kinds) {
    this.sql = sql;
    this.programmes = new Numbers(tables.programmes(), "programme_no", PROGRAMME);
    for (FactKind kind : kinds) {
      StagingShape<?> shape = Staging.shape(kind);
      if (shape.statement().isMade()) {
        List<? extends StagingColumn<?>> columns = shape.statement().columns();
        statements.put(kind, new Numbers(tables.statements(kind), "statement_no", columns));
      }
    }
  }

  static String createProgrammes(String table) {
    return "CREATE TABLE %s (programme_no INT UNSIGNED NOT NULL PRIMARY KEY,\n%s)"
        .formatted(table, StagingColumn.definitions(PROGRAMME));
  }

  static String createStatements(String table, StagingShape<?> shape) {
    return "CREATE TABLE %s (statement_no INT UNSIGNED NOT NULL PRIMARY KEY,\n%s, KEY identity (identity_hash))"
        .formatted(table, StagingColumn.definitions(shape.statement().columns()));
  }

  private static List<StagingColumn<Fact>> programme() {
    List<StagingColumn<Fact>> columns = new ArrayList<>(StagingShape.programmeColumns());
    columns.add(column("year_key", "SMALLINT UNSIGNED NOT NULL", f -> f.fact().year()));
    columns.add(column("first_line", "BIGINT UNSIGNED NOT NULL", f -> f.record().firstLine()));
    return List.copyOf(columns);
  }

  private record Named(Programme programme, int year) {}

  /** Number of the fact's programme, as it is called in the fact's year. */
  <F extends Fact> int programme(StagedFact<F> fact) {
    F stated = fact.fact();
    StagedFact<Fact> any =
        new StagedFact<>(fact.record(), stated, fact.number(), fact.countsCell(), fact.sums());
    return programmes.of(new Named(stated.programme(), stated.year()), any, PROGRAMME);
  }

  /** Number of what the fact says in common with others; years of one number follow one another. */
  <F extends Fact> int statement(StagedFact<F> fact, StagingShape<F> shape) {
    return Objects.requireNonNull(statements.get(shape.kind()))
        .of(shape.statement().of().apply(fact.fact()), fact, shape.statement().columns());
  }

  /** Hands over what has become known since the last time. */
  void cut(List<BulkPart> parts) {
    programmes.cut().ifPresent(parts::add);
    statements.values().forEach(numbers -> numbers.cut().ifPresent(parts::add));
  }

  /** A number and the years it is known for. */
  private record Run(int number, int firstYear, int lastYear) {
    private boolean borders(int year) {
      return year >= firstYear - 1 && year <= lastYear + 1;
    }

    private boolean holds(int year) {
      return year >= firstYear && year <= lastYear;
    }
  }

  /** The members of one table. */
  private final class Numbers {
    private final BulkTable table;
    private final Map<Object, Run> known = new HashMap<>();
    private final BulkRows rows = new BulkRows();
    private int last;

    private Numbers(String table, String number, List<? extends StagingColumn<?>> columns) {
      List<String> names = new ArrayList<>();
      names.add(number);
      columns.forEach(column -> names.add(column.name()));
      this.table = new BulkTable(table, List.copyOf(names));
      String highest = "SELECT COALESCE(MAX(%s), 0) FROM %s".formatted(number, table);
      last = sql.sql(highest).query(Integer.class).single();
    }

    private <F extends Fact> int of(
        Object text, StagedFact<F> fact, List<StagingColumn<F>> columns) {
      int year = fact.fact().year();
      Run run = known.get(text);
      if (run != null && run.borders(year)) {
        if (!run.holds(year)) {
          int first = Math.min(run.firstYear, year);
          known.put(text, new Run(run.number, first, Math.max(run.lastYear, year)));
        }
        return run.number;
      }
      return begin(text, fact, columns);
    }

    private <F extends Fact> int begin(
        Object text, StagedFact<F> fact, List<StagingColumn<F>> columns) {
      if (known.size() >= MOST) {
        known.clear();
      }
      last++;
      known.put(text, new Run(last, fact.fact().year(), fact.fact().year()));
      rows.cell(last);
      columns.forEach(column -> rows.cell(column.value().apply(fact)));
      rows.end();
      return last;
    }

    private Optional<BulkPart> cut() {
      return rows.cut(table);
    }
  }
}
