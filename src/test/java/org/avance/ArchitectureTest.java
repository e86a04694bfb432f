package org.avance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import bad.avance.classify.ReadsTheTime;
import bad.avance.console.KnowsServer;
import bad.avance.feed.KnowsLoad;
import bad.avance.feed.ParsesCsv;
import bad.avance.job.InjectsFields;
import bad.avance.load.Prints;
import bad.avance.load.Staged;
import bad.avance.load.UsesBatch;
import bad.avance.model.KnowsSpring;
import bad.avance.operate.OpensConnections;
import bad.avance.operate.StartsToo;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rooms and their arrows, and what is used where. Packages are named by their ends, so that the
 * same rules can be seen to fail on the classes under {@code bad.avance}.
 */
final class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.avance");

  private static final JavaClasses BAD = new ClassFileImporter().importPackages("bad.avance");

  /** Each room and the rooms it may use, in the order that data flows. */
  private static final Map<String, List<String>> ROOMS = new LinkedHashMap<>();

  static {
    ROOMS.put("model", List.of());
    ROOMS.put("issue", List.of());
    ROOMS.put("server", List.of());
    ROOMS.put("extract", List.of("issue"));
    ROOMS.put("feed", List.of("extract", "model", "issue"));
    ROOMS.put("classify", List.of("model", "issue"));
    ROOMS.put("load", List.of("model", "issue"));
    ROOMS.put("warehouse", List.of("model"));
    ROOMS.put("job", List.of("extract", "feed", "classify", "load", "model", "issue"));
    ROOMS.put("schedule", List.of("job", "warehouse", "model", "issue"));
    ROOMS.put("monitor", List.of("warehouse", "model", "issue"));
    ROOMS.put(
        "operate", List.of("job", "schedule", "monitor", "warehouse", "server", "model", "issue"));
    ROOMS.put("console", List.of("operate", "warehouse", "model", "issue"));
  }

  /** A rule, and classes that break it. */
  private record Gate(String name, ArchRule rule, List<Class<?>> bad) {
    Gate(String name, ArchRule rule, Class<?>... bad) {
      this(name, rule, List.of(bad));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<Gate> gates() {
    return Stream.of(
        new Gate("arrows_of_the_rooms", arrows(), KnowsLoad.class, KnowsServer.class),
        new Gate(
            "no_cycles",
            slices().matching("..avance.(**)").should().beFreeOfCycles(),
            Staged.class),
        new Gate(
            "model_knows_java_alone",
            ArchRuleDefinition.classes()
                .that()
                .resideInAnyPackage("..avance.model..", "..avance.issue..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                    "java..", "org.jspecify..", "..avance.model..", "..avance.issue.."),
            KnowsSpring.class),
        new Gate(
            "batch_in_job", only(List.of("job"), "org.springframework.batch.."), UsesBatch.class),
        new Gate(
            "jdbc_where_sql_is",
            only(
                List.of("load", "warehouse", "server", "job"),
                "java.sql..",
                "javax.sql..",
                "org.mariadb.jdbc..",
                "org.springframework.jdbc.."),
            OpensConnections.class),
        new Gate(
            "file_formats_in_extract",
            only(
                List.of("extract"),
                "org.apache.commons.csv..",
                "org.apache.commons.compress..",
                "org.apache.pdfbox..",
                "org.apache.poi..",
                "org.jsoup..",
                "tools.jackson.dataformat.."),
            ParsesCsv.class),
        new Gate(
            "standard_streams_in_console",
            noClasses()
                .that()
                .resideOutsideOfPackage("..avance.console..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS),
            Prints.class),
        new Gate(
            "no_clock_and_no_wiring_but_what_is_given",
            ambient(),
            ReadsTheTime.class,
            InjectsFields.class),
        new Gate(
            "one_way_in",
            methods()
                .that()
                .haveName("main")
                .should()
                .beDeclaredInClassesThat()
                .haveFullyQualifiedName(Avance.class.getName()),
            StartsToo.class));
  }

  private static ArchRule arrows() {
    LayeredArchitecture rooms =
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("start")
            .definedBy("org.avance");
    for (String room : ROOMS.keySet()) {
      rooms = rooms.layer(room).definedBy("..avance." + room + "..");
    }
    for (Map.Entry<String, List<String>> room : ROOMS.entrySet()) {
      rooms =
          room.getValue().isEmpty()
              ? rooms.whereLayer(room.getKey()).mayNotAccessAnyLayer()
              : rooms
                  .whereLayer(room.getKey())
                  .mayOnlyAccessLayers(room.getValue().toArray(String[]::new));
    }
    return rooms.whereLayer("start").mayOnlyAccessLayers("console");
  }

  private static ArchRule only(List<String> rooms, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            rooms.stream().map(room -> "..avance." + room + "..").toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }

  /** What a class would take from its surroundings instead of being given it. */
  private static ArchRule ambient() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("org\\.springframework\\.(.*\\.Autowired|.*\\.EnableBatchProcessing)")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.LocalDateTime.class, "now")
        .orShould()
        .callMethod(java.time.ZonedDateTime.class, "now")
        .orShould()
        .callMethod(java.time.Year.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  @ParameterizedTest
  @MethodSource("gates")
  void our_code_keeps(Gate gate) {
    gate.rule().check(OURS);
  }

  @ParameterizedTest
  @MethodSource("gates")
  void bad_code_breaks(Gate gate) {
    List<String> violations = gate.rule().evaluate(BAD).getFailureReport().getDetails();
    for (Class<?> bad : gate.bad()) {
      assertThat(violations).anyMatch(line -> line.contains(bad.getName()));
    }
  }

  @Test
  void every_package_is_in_a_room() {
    Pattern room =
        Pattern.compile("org\\.avance(\\.(" + String.join("|", ROOMS.keySet()) + ")(\\..*)?)?");
    assertThat(OURS).allMatch(each -> room.matcher(each.getPackageName()).matches());
  }
}
