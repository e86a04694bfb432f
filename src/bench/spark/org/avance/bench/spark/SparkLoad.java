package org.avance.bench.spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The series of indicators by Spark, on both processors of one machine: reads the file, drops what
 * is wrong, finds the keys by broadcast joins (nothing is shuffled) and appends by JDBC in two
 * connections. It checks no keys, keeps no versions and no lines.
 */
public final class SparkLoad {
  private static final String[] COLUMNS = {
    "feed_id", "indicator_id", "series_id", "unit_id", "year_key", "period_type_key",
    "period_number", "geography_id", "reporting_unit_id", "ordinal", "agency_id", "programme_id",
    "objective_id", "direction_key", "figure", "missing_reason_key", "baseline", "baseline_year",
    "target_type_key", "target_min", "target_max", "target_due_year", "numerator", "denominator",
    "is_partial", "is_ambiguous", "missing_text", "target_text", "printed_progress",
    "printed_interim", "printed_trend", "printed_light", "status", "plan", "note", "assumed",
    "delivery_id", "line_first", "line_last", "record_count"
  };

  private final SparkSession spark;
  private final Properties peer;

  private SparkLoad(SparkSession spark, Properties peer) {
    this.spark = spark;
    this.peer = peer;
  }

  /**
   * The one argument is a file of properties: {@code url}, {@code user}, {@code password}, {@code
   * file}. Prints the seconds of the load alone, without the session's start.
   */
  public static void main(String[] arguments) throws IOException {
    Properties peer = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
      peer.load(reader);
    }
    try (SparkSession spark = session()) {
      long start = System.nanoTime();
      new SparkLoad(spark, peer).load();
      System.out.printf(Locale.ROOT, "%.3f%n", (System.nanoTime() - start) / 1e9);
    }
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("bench")
        .config("spark.ui.enabled", false)
        .config("spark.log.level", "WARN")
        .config("spark.sql.shuffle.partitions", 2)
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }

  private void load() {
    Dataset<Row> rows = withKeys(good(records()));
    rows.select(java.util.Arrays.stream(COLUMNS).map(name -> col(name)).toArray(Column[]::new))
        .write()
        .mode(SaveMode.Append)
        .format("jdbc")
        .options(connection())
        .option("dbtable", "bench_copy")
        .option("batchsize", "10000")
        .save();
  }

  private Dataset<Row> records() {
    return spark.read().option("header", true).csv(peer.getProperty("file"));
  }

  private static Dataset<Row> good(Dataset<Row> records) {
    return records
        .where(col("id_programa").isNotNull())
        .where(col("ciclo").rlike("^(19|20)\\d\\d$"))
        .where(col("valor").rlike("^(ND|-?\\d+(\\.\\d+)?)$"));
  }

  private Dataset<Row> withKeys(Dataset<Row> records) {
    Dataset<Row> indicators =
        dimension("SELECT code, feed_id, indicator_id, agency_id, programme_id FROM dim_indicator");
    Dataset<Row> units = dimension("SELECT label AS unidad, unit_id FROM dim_unit_of_measure");
    Dataset<Row> objectives =
        dimension("SELECT programme_id AS of, text AS objetivo, objective_id FROM dim_objective");
    Dataset<Row> directions =
        dimension("SELECT label_es AS sentido, direction_key FROM dim_direction");
    Dataset<Row> keyed =
        records
            .join(broadcast(indicators), col("id_indicador").equalTo(col("code")))
            .join(broadcast(units), "unidad")
            .join(broadcast(directions), "sentido");
    Column sameObjective =
        keyed.col("objetivo").equalTo(objectives.col("objetivo")).and(col("programme_id").equalTo(col("of")));
    return figures(keyed.join(broadcast(objectives), sameObjective).drop(objectives.col("objetivo")));
  }

  private static Dataset<Row> figures(Dataset<Row> keyed) {
    Column missing = col("valor").equalTo("ND");
    Column strategic = col("nivel").isin("Fin", "Propósito");
    Column plan = when(col("ciclo").lt("2019"), 2018).otherwise(2024);
    return constants(keyed)
        .withColumn("year_key", col("ciclo").cast("int"))
        .withColumn("figure", when(missing, null).otherwise(decimal("valor")))
        .withColumn("missing_reason_key", when(missing, 2))
        .withColumn("missing_text", when(missing, "ND").otherwise(""))
        .withColumn("baseline", decimal("linea_base"))
        .withColumn("baseline_year", col("anio_linea_base").cast("int"))
        .withColumn("target_min", decimal("meta"))
        .withColumn("target_max", decimal("meta"))
        .withColumn("target_text", col("meta"))
        .withColumn("target_due_year", when(strategic, plan).otherwise(0))
        .withColumn("numerator", decimal("numerador"))
        .withColumn("denominator", decimal("denominador"))
        .withColumn("note", coalesce(col("observaciones"), lit("")));
  }

  private static Dataset<Row> constants(Dataset<Row> rows) {
    Dataset<Row> all = rows;
    for (String zero :
        new String[] {
          "series_id", "period_number", "reporting_unit_id", "is_partial", "is_ambiguous",
          "line_first", "line_last"
        }) {
      all = all.withColumn(zero, lit(0));
    }
    for (String one :
        new String[] {
          "period_type_key", "geography_id", "ordinal", "target_type_key", "delivery_id",
          "record_count"
        }) {
      all = all.withColumn(one, lit(1));
    }
    for (String empty :
        new String[] {
          "printed_progress", "printed_interim", "printed_trend", "printed_light", "status",
          "plan", "assumed"
        }) {
      all = all.withColumn(empty, lit(""));
    }
    return all;
  }

  private static Column decimal(String name) {
    return col(name).cast("decimal(30,10)");
  }

  private Dataset<Row> dimension(String query) {
    return spark.read().format("jdbc").options(connection()).option("query", query).load();
  }

  private java.util.Map<String, String> connection() {
    return java.util.Map.of(
        "url", peer.getProperty("url").replaceFirst("^jdbc:mariadb:", "jdbc:mysql:"),
        "user", peer.getProperty("user"),
        "password", peer.getProperty("password"),
        "driver", "org.mariadb.jdbc.Driver");
  }
}
