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
import org.jspecify.annotations.Nullable;
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
  private final Map<Programme, Programme> seen = new HashMap<>();
  private @Nullable Programme lastProgramme;

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
    return programmes.of(new Named(one(stated.programme()), stated.year()), any, PROGRAMME);
  }

  /** The first of those equal to it: a number is looked up by it for each of its years. */
  private Programme one(Programme stated) {
    @Nullable Programme before = lastProgramme;
    if (before != null && before.equals(stated)) {
      return before;
    }
    if (seen.size() >= MOST) {
      seen.clear();
    }
    Programme first = seen.computeIfAbsent(stated, none -> stated);
    lastProgramme = first;
    return first;
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
  private static final class Run {
    private final int number;
    private int firstYear;
    private int lastYear;

    private Run(int number, int year) {
      this.number = number;
      this.firstYear = year;
      this.lastYear = year;
    }

    /** False where there are years between this one and those it is known for. */
    private boolean takes(int year) {
      if (year < firstYear - 1 || year > lastYear + 1) {
        return false;
      }
      firstYear = Math.min(firstYear, year);
      lastYear = Math.max(lastYear, year);
      return true;
    }
  }

  /** The members of one table. */
  private final class Numbers {
    private final BulkTable table;
    private final Map<Object, Run> known = new HashMap<>();
    private final BulkRows rows = new BulkRows();
    private int last;

    /** Mostly a fact says what the one before it said. */
    private Object lastText = "";

    private Run lastRun = new Run(0, 0);

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
      @Nullable Run run = text.equals(lastText) ? lastRun : known.get(text);
      if (run == null || !run.takes(fact.fact().year())) {
        run = begin(text, fact, columns);
      }
      lastText = text;
      lastRun = run;
      return run.number;
    }

    private <F extends Fact> Run begin(
        Object text, StagedFact<F> fact, List<StagingColumn<F>> columns) {
      if (known.size() >= MOST) {
        known.clear();
      }
      last++;
      Run run = new Run(last, fact.fact().year());
      known.put(text, run);
      rows.cell(last);
      columns.forEach(column -> rows.cell(column.value().apply(fact)));
      rows.end();
      return run;
    }

    private Optional<BulkPart> cut() {
      return rows.cut(table);
    }
  }
}
