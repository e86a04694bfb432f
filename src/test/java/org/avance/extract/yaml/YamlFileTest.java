package org.avance.extract.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFileTest {

  @Test
  void every_scalar_stays_the_text_that_was_written() throws Exception {
    YamlMap map =
        YamlFile.parse(
            "f.yaml",
            """
            zeros: 007
            word: no
            power: 1e3
            float: 2.50
            hex: 0x1F
            date: 2020-01-01
            tilde: ~
            null_word: null
            truth: True
            quoted: "a\\tb"
            single: 'it''s'
            empty: ""
            absent:
            33: Norway
            block: |
              one
              two
            """);
    assertThat(texts(map))
        .containsExactly(
            Map.entry("zeros", "007"),
            Map.entry("word", "no"),
            Map.entry("power", "1e3"),
            Map.entry("float", "2.50"),
            Map.entry("hex", "0x1F"),
            Map.entry("date", "2020-01-01"),
            Map.entry("tilde", "~"),
            Map.entry("null_word", "null"),
            Map.entry("truth", "True"),
            Map.entry("quoted", "a\tb"),
            Map.entry("single", "it's"),
            Map.entry("empty", ""),
            Map.entry("absent", ""),
            Map.entry("33", "Norway"),
            Map.entry("block", "one\ntwo\n"));
  }

  @Test
  void keys_and_values_carry_the_place_they_stand_at() throws Exception {
    YamlMap map = YamlFile.parse("f.yaml", "# first\na:\n  - x\n  - {b: 'ñ', c: y}\nd: z\n");
    Place top = new Place("f.yaml", 2, 1);
    YamlMap inner =
        new YamlMap(
            new Place("f.yaml", 4, 5),
            Map.of(
                new YamlKey("b", new Place("f.yaml", 4, 6)),
                new YamlText(new Place("f.yaml", 4, 9), "ñ"),
                new YamlKey("c", new Place("f.yaml", 4, 14)),
                new YamlText(new Place("f.yaml", 4, 17), "y")));
    YamlList list =
        new YamlList(
            new Place("f.yaml", 3, 3),
            List.of(new YamlText(new Place("f.yaml", 3, 5), "x"), inner));
    assertThat(map.place()).isEqualTo(top);
    assertThat(map.find("a")).contains(list);
    assertThat(map.find("d")).contains(new YamlText(new Place("f.yaml", 5, 4), "z"));
    assertThat(map.find("e")).isEmpty();
    assertThat(map.entries().keySet())
        .extracting(YamlKey::place)
        .containsExactly(top, new Place("f.yaml", 5, 1));
  }

  @Test
  void a_node_describes_itself_in_words_for_messages() throws Exception {
    YamlMap map =
        YamlFile.parse("f.yaml", "a: yes\nb:\nc: [1, 2, 3]\nd: []\ne: {x: 1, y: 2}\nf: {}\n");
    assertThat(map.entries().values())
        .extracting(YamlNode::describe)
        .containsExactly(
            "`yes`", "no value", "a list of 3", "an empty list", "a map of x, y", "an empty map");
    assertThat(YamlFault.expected("a list", map.find("a").orElseThrow()))
        .hasMessage("f.yaml:1: expected a list, found `yes`");
  }

  @Test
  void what_reads_otherwise_than_it_looks_is_refused_by_its_line() {
    refuses(
        "a: 1\nb: 2\na: 3\n",
        "f.yaml:3: expected each key once, found `a` again (first at line 1)");
    String anchor =
        "expected a plain value, found an anchor or alias; write the value out, or quote it";
    refuses("a: 1\nb: &x 2\n", "f.yaml:2: " + anchor);
    refuses("a: &x\n  b: 2\n", "f.yaml:1: " + anchor);
    refuses("a:\n  - *x\n", "f.yaml:2: " + anchor);
    refuses("a: 1\n&k b: 2\n", "f.yaml:2: " + anchor);
    refuses(
        "a: !!int 7\n", "f.yaml:1: expected a plain value, found a tag; leave it out, or quote it");
    refuses("a:\n\tb: 1\n", "f.yaml:2: expected spaces as indentation, found a tab");
    refuses("a: 1\n---\nb: 2\n", "f.yaml:3: expected one document, found the start of another");
  }

  @Test
  void a_top_level_that_is_no_map_is_refused() {
    refuses("", "f.yaml:1: expected a map, found an empty file");
    refuses("# nothing\n", "f.yaml:1: expected a map, found an empty file");
    refuses("\n- a\n- b\n", "f.yaml:2: expected a map at the top, found a list of 2");
    refuses("text\n", "f.yaml:1: expected a map at the top, found `text`");
  }

  @Test
  void a_fault_of_syntax_names_its_line_and_where_it_began() {
    refuses(
        "ok: 1\na: b: c\n",
        "f.yaml:2: expected YAML, found a fault at column 5: mapping values are not allowed here");
    refuses(
        "ok: 1\na: 'x\nb: 3\n",
        "f.yaml:4: expected YAML, found a fault at column 1 while scanning a quoted scalar from line 2:"
            + " found unexpected end of stream");
    refuses(
        "a: x\u0007y\n",
        "f.yaml:1: expected YAML, found a fault: special characters are not allowed");
    refuses(
        "ok: 1\n? [a]\n: b\n",
        "f.yaml:2: expected YAML, found a fault: Expected a property name (Scalar value in YAML),"
            + " got this instead: +SEQ []");
  }

  @Test
  void a_file_is_read_as_utf8_with_or_without_a_byte_order_mark(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("f.yaml");
    Files.writeString(file, "\uFEFFaño: 2018\n");
    YamlMap map = YamlFile.read(file);
    assertThat(texts(map)).containsExactly(Map.entry("año", "2018"));
    assertThat(map.place()).isEqualTo(new Place(file.toString(), 1, 1));
  }

  @Test
  void a_file_that_is_not_utf8_is_refused_by_its_line(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("f.yaml");
    Files.write(file, "a: 1\naño: 2018\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> YamlFile.read(file))
        .isInstanceOf(YamlFault.class)
        .hasMessage(file + ":2: expected UTF-8, found byte 0xF1");
  }

  private static List<Map.Entry<String, String>> texts(YamlMap map) {
    return map.entries().entrySet().stream()
        .map(each -> Map.entry(each.getKey().text(), ((YamlText) each.getValue()).text()))
        .toList();
  }

  private static void refuses(String text, String message) {
    assertThatThrownBy(() -> YamlFile.parse("f.yaml", text))
        .isInstanceOf(YamlFault.class)
        .hasMessage(message);
  }
}
