package org.avance.job;

import static org.avance.job.ExpectedTable.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.avance.classify.PriceIndex;
import org.avance.feed.mapping.MappedRecord;
import org.avance.model.Budget;
import org.avance.model.BudgetStage;
import org.avance.model.Fact;
import org.avance.model.PriceKind;

/** Samples of budgets as rows of {@code v_budget_history}, amounts of the same key added up. */
final class BudgetRows {

  /** The stages of one key side by side. */
  private static final class Row {
    private final String file;
    private final Budget any;
    private final long line;
    private long lastLine;
    private final Map<BudgetStage, BigDecimal> stages = new EnumMap<>(BudgetStage.class);
    private final Map<BudgetStage, String> missing = new EnumMap<>(BudgetStage.class);

    Row(String file, Budget any, long line) {
      this.file = file;
      this.any = any;
      this.line = line;
    }

    void add(Budget fact, long last) {
      lastLine = last;
      fact.figure()
          .fold(
              figure -> stages.merge(fact.stage(), figure, BigDecimal::add),
              reason -> {
                missing.put(fact.stage(), fact.stage() + " " + reason.reason());
                return BigDecimal.ZERO;
              });
    }
  }

  private final PriceIndex prices;
  private final Map<List<Object>, Row> rows = new LinkedHashMap<>();

  BudgetRows(List<Sample> samples) throws Exception {
    prices = RulebookFile.read(Path.of("jobs")).prices();
    for (Sample sample : samples) {
      for (MappedRecord record : sample.records()) {
        record.facts().forEach(fact -> add(sample.fileName(), record, fact));
      }
    }
  }

  List<Map<String, String>> cells() {
    return rows.values().stream().map(this::cells).toList();
  }

  private void add(String file, MappedRecord record, Fact fact) {
    Budget budget = (Budget) fact;
    List<Object> key =
        List.of(
            file,
            budget.programme(),
            budget.year(),
            budget.period(),
            budget.fundYear(),
            budget.fundingSource(),
            budget.geography(),
            budget.prices());
    rows.computeIfAbsent(key, none -> new Row(file, budget, record.row().firstLine()))
        .add(budget, record.row().lastLine());
  }

  private Map<String, String> cells(Row row) {
    Budget any = row.any;
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("code_system", cell(any.programme().codeSystem()));
    cells.put("agency_code", cell(any.programme().agencyCode()));
    cells.put("agency_name", cell(any.programme().agencyName()));
    cells.put("programme_code", cell(any.programme().code()));
    cells.put("programme_name", cell(any.programme().name()));
    cells.put("note", cell(any.note()));
    cells.put("year", cell(any.year()));
    cells.put("period_code", cell(any.period().type()));
    cells.put("quarter", cell(any.period().number()));
    cells.put("fund_year", cell(any.fundYear()));
    cells.put("funding_source", cell(source(any)));
    cells.put("geography_code", cell(any.geography().code()));
    cells.put("price_basis_code", cell(any.prices().kind()));
    cells.put("price_base_year", cell(any.prices().baseYear()));
    cells.put("constant_base_year", cell(prices.viewBaseYear()));
    for (BudgetStage stage : BudgetStage.values()) {
      String name = stage.name().toLowerCase(Locale.ROOT);
      BigDecimal amount = row.stages.get(stage);
      cells.put(name, cell(amount));
      cells.put(name + "_constant", amount == null ? "" : cell(constant(any, amount)));
    }
    row.missing.keySet().removeAll(row.stages.keySet());
    String missing = row.missing.values().stream().collect(Collectors.joining(", "));
    cells.put("missing_stages", missing.isEmpty() ? "" : cell(missing));
    cells.put("exercised_approved_percent", exercisedOf(row, BudgetStage.APPROVED));
    cells.put("exercised_modified_percent", exercisedOf(row, BudgetStage.MODIFIED));
    cells.put("is_ambiguous", "0");
    cells.put("assumed", cell(String.join(", ", new TreeSet<>(any.assumed()))));
    cells.put("line", cell(row.line));
    cells.put("line_last", cell(row.lastLine));
    cells.put("file_name", cell(row.file));
    return cells;
  }

  private static String source(Budget any) {
    return any.fundingSource().isEmpty() ? "No indicada / Not stated" : any.fundingSource();
  }

  private BigDecimal constant(Budget any, BigDecimal amount) {
    return any.prices().kind() == PriceKind.CONSTANT
        ? amount
        : prices
            .constant(amount, any.year(), prices.viewBaseYear())
            .orElseThrow()
            .setScale(2, RoundingMode.HALF_UP);
  }

  private static String exercisedOf(Row row, BudgetStage stage) {
    BigDecimal exercised = row.stages.get(BudgetStage.EXERCISED);
    return Optional.ofNullable(row.stages.get(stage))
        .filter(whole -> whole.signum() != 0 && exercised != null)
        .map(whole -> exercised.scaleByPowerOfTen(2).divide(whole, 4, RoundingMode.HALF_UP))
        .map(ExpectedTable::cell)
        .orElse("");
  }
}
