package org.avance.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Other programs that load the same file into a copy, each in a process of its own. */
record Peers(Workbench bench, Path file) {
  /** The connector as it comes. */
  static final String AS_IT_COMES = "";

  /** A batch of inserts as one statement of many rows. */
  static final String REWRITTEN = "?rewriteBatchedStatements=true";

  /**
   * A batch of inserts in one packet, which costs the server a sixth less than rewriting it. Spark
   * knows this database by the name of its elder sister only.
   */
  private static final String FOR_SPARK = "?useBulkStmts=true&permitMysqlScheme=true";

  private static final String SPARK = "org.avance.bench.spark.SparkLoad";

  /** What Spark's own launcher opens for Java 17. */
  private static final List<String> OPENED =
      List.of(
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.lang.reflect",
          "java.base/java.io",
          "java.base/java.net",
          "java.base/java.nio",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.base/java.util.concurrent.atomic",
          "java.base/jdk.internal.ref",
          "java.base/sun.nio.ch",
          "java.base/sun.nio.cs",
          "java.base/sun.security.action",
          "java.base/sun.util.calendar",
          "java.security.jgss/sun.security.krb5");

  /** The usual Spring Batch job, with the heap that the product has. */
  Client usual(String parameters) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            java(),
            "-Xmx512m",
            "-classpath",
            System.getProperty("java.class.path"),
            UsualJob.class.getName(),
            properties(parameters).toString());
    return Client.mustRun(bench.product().logs(), "usual", command);
  }

  /** Spark, with the heap that it wants; its output is the seconds without the session's start. */
  Client spark() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx2g"));
    OPENED.forEach(part -> command.add("--add-opens=" + part + "=ALL-UNNAMED"));
    Path built = built(bench.settings());
    command.addAll(
        List.of(
            "-classpath",
            built.resolve("classes") + ":" + built.resolve("lib") + "/*",
            SPARK,
            properties(FOR_SPARK).toString()));
    return Client.mustRun(bench.product().logs(), "spark", command);
  }

  /** Builds the Spark job; false where its artifacts can't be had, which is said. */
  boolean buildSpark() throws IOException, InterruptedException {
    Path pom = bench.settings().checkout().resolve("src/bench/spark/pom.xml");
    String maven = System.getProperty("bench.maven", "mvn");
    Client build =
        Client.run(
            bench.product().logs(),
            "spark-build",
            List.of(maven, "-q", "-B", "-f", pom.toString(), "compile"));
    if (build.exit() != 0) {
      System.out.printf("Spark is left out: it can't be built. Maven says:%n%s%n", build.output());
    }
    return build.exit() == 0;
  }

  private static Path built(Settings settings) {
    return settings.checkout().resolve("target/bench-spark");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private Path properties(String parameters) throws IOException {
    Warehouse warehouse = bench.warehouse();
    Properties peer = new Properties();
    peer.setProperty("url", warehouse.url() + parameters);
    peer.setProperty("user", warehouse.user());
    peer.setProperty("password", warehouse.password());
    peer.setProperty("file", file.toString());
    Path path = bench.settings().work().resolve("peer.properties");
    try (Writer writer = Files.newBufferedWriter(path)) {
      peer.store(writer, null);
    }
    return path;
  }
}
