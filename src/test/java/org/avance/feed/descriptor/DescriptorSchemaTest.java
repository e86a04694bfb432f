package org.avance.feed.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.extract.yaml.YamlFault;
import org.avance.extract.yaml.YamlFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What editors are told of descriptors is what the parser takes. */
final class DescriptorSchemaTest {
  private static final Path JOBS = Path.of("jobs");
  private static final Path COMMITTED = JOBS.resolve("descriptor.schema.json");
  private static final YAMLMapper YAML = new YAMLMapper();

  private static final String SOUND =
      """
      feed: test
      title: Becas
      agency: SEP
      files: becas/atendidos_*.csv
      kind: coverage
      edition: {fileName: 'atendidos_(?<edition>\\d{4})\\.csv'}
      dialect: {encoding: windows-1252, headerRows: [1, 2], raggedRows: pad}
      numbers: {scale: 1000, dash: missing, groupChar: none}
      missingValues: {S/I: NOT_AVAILABLE, n.a.: not applicable}
      melt: {columns: '(?<sex>Mujeres|Hombres)'}
      record:
        agency: {constant: 11}
        programme: Clave
        asOf: {year: Corte, month: Mes}
        geography: {column: Entidad, pad: 2, valueMap: {33: SEVERAL}}
      facts:
        - population: {constant: Served, assumed: true}
          sex: {melted: sex, valueMap: {Mujeres: women, Hombres: men}}
          value: {melted: value, numbers: {scale: 1}}
          when: {column: Estado, equals: [a, b]}
      filter: [{column: Estado, blank: false}]
      totals: {when: {column: Clave, equals: Total}}
      sameKey: number
      tolerances: {quarantined: 5%, crossFoot: 0.5}
      expectations: {every: year, dueBy: 04-30}
      """;

  @Test
  void the_committed_schema_is_the_one_that_the_words_make() throws IOException {
    String made =
        JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(DescriptorSchema.tree());
    assertThat(Files.readString(COMMITTED))
        .as("write it anew: ./avance feed schema > jobs/descriptor.schema.json")
        .isEqualTo(made + "\n");
  }

  private static Stream<Path> descriptors() throws IOException {
    return Files.list(JOBS).filter(file -> file.toString().endsWith(".yaml")).sorted();
  }

  @ParameterizedTest
  @MethodSource("descriptors")
  void every_descriptor_refers_to_the_schema_and_is_of_it(Path descriptor) throws IOException {
    String text = Files.readString(descriptor);
    assertThat(text).startsWith("# yaml-language-server: $schema=descriptor.schema.json\n");
    assertThat(faultsBySchema(text)).isEmpty();
  }

  @Test
  void what_the_parser_takes_the_schema_takes() throws IOException {
    assertThat(faultsByParser(SOUND)).isEmpty();
    assertThat(faultsBySchema(SOUND)).isEmpty();
  }

  /** Each replaces a piece of the sound descriptor by a wrong one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "feed: test -> fed: test",
        "title: Becas\n -> ",
        "files: becas/atendidos_*.csv -> files: []",
        "title: Becas -> title:",
        "title: Becas -> title: [a, b]",
        "kind: coverage -> kind: covrage",
        "encoding: windows-1252 -> encodng: windows-1252",
        "headerRows: [1, 2] -> headerRows: [0, 1]",
        "headerRows: [1, 2] -> headerRows: one",
        "headerRows: [1, 2] -> header: {rows: 1, names: [a]}",
        "raggedRows: pad -> raggedRows: fill",
        "scale: 1000, -> scale: thousand,",
        "dash: missing -> dash: none",
        "S/I: NOT_AVAILABLE -> S/I: UNKNOWN",
        "melt: {columns: '(?<sex>Mujeres|Hombres)'} -> melt: '(?<sex>Mujeres|Hombres)'",
        "{constant: 11} -> {pattern: '.*'}",
        "programme: Clave -> programm: Clave",
        "programme: Clave -> programme: [Clave]",
        "pad: 2 -> pad: two",
        "pad: 2 -> pad: {with: '0'}",
        "valueMap: {33: SEVERAL} -> valueMap: SEVERAL",
        "assumed: true -> assumed: yes please",
        "equals: [a, b] -> equals: [a, b], blank: true",
        "column: Estado, blank: false -> column: Estado",
        "blank: false -> blank: perhaps",
        "totals: {when: {column: Clave, equals: Total}} -> totals: {column: Clave, equals: Total}",
        "sameKey: number -> sameKey: keep",
        "quarantined: 5% -> quarantined: few",
        "every: year -> every: leap year",
        "expectations: {every: year, dueBy: 04-30} -> expectations: {dueBy: 04-30}",
        "asOf: {year: Corte, month: Mes} -> asOf: {year: Corte, moth: Mes}"
      })
  void what_the_schema_refuses_the_parser_refuses(String change) throws IOException {
    String[] pieces = change.split(" -> ", -1);
    assertThat(SOUND).contains(pieces[0]);
    String wrong = SOUND.replace(pieces[0], pieces[1]);
    assertThat(faultsByParser(wrong)).isNotEmpty();
    assertThat(faultsBySchema(wrong)).isNotEmpty();
  }

  private static List<String> faultsByParser(String text) {
    try {
      return DescriptorReader.read(YamlFile.parse("test.yaml", text), "test").faults().stream()
          .map(DescriptorFault::toString)
          .toList();
    } catch (YamlFault e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> faultsBySchema(String text) throws IOException {
    return SchemaAtHand.COMMITTED_ONE.validate(YAML.readTree(text)).stream()
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  /** Compiled once. */
  private static final class SchemaAtHand {
    private static final JsonSchema COMMITTED_ONE = read();

    private static JsonSchema read() {
      try {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(Files.readString(COMMITTED));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
