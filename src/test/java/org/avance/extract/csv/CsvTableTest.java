package org.avance.extract.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.avance.extract.HeaderPlace;
import org.avance.extract.RawRow;
import org.avance.extract.csv.CsvFiles.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
  @TempDir Path folder;
  private CsvFiles files;

  @BeforeEach
  void setUp() {
    files = new CsvFiles(folder);
  }

  @Test
  void a_plain_file_reads_with_numbers_lines_cells_and_raw_text() throws Exception {
    Table table = files.read("a,b,c\n1,2,3\n4,5,6");
    assertThat(table)
        .isEqualTo(
            new Table(
                List.of("a", "b", "c"),
                List.of(),
                List.of(
                    new RawRow(1, 2, 2, List.of("1", "2", "3"), "1,2,3"),
                    new RawRow(2, 3, 3, List.of("4", "5", "6"), "4,5,6"))));
  }

  @Test
  void every_kind_of_line_end_is_one_line_also_inside_quotes() throws Exception {
    for (String end : List.of("\n", "\r\n", "\r")) {
      String quoted = "Once upon" + end + "a time";
      Table table =
          files.read("a,b,c" + end + "\"" + quoted + "\",5,6" + end + end + "7,8,9" + end);
      assertThat(table.rows())
          .containsExactly(
              new RawRow(1, 2, 3, List.of(quoted, "5", "6"), "\"" + quoted + "\",5,6"),
              new RawRow(2, 4, 4, List.of(""), ""),
              new RawRow(3, 5, 5, List.of("7", "8", "9"), "7,8,9"));
    }
  }

  @Test
  void a_cell_like_the_one_above_is_the_same_string() throws Exception {
    List<RawRow> rows = files.read("a,b,c\nñu,\"x\"\"y\",1\nñu,\"x\"\"y\"\nñu,x,12\n").rows();
    assertThat(rows.get(1).cells()).containsExactly("ñu", "x\"y");
    assertThat(rows.get(1).cells().get(0)).isSameAs(rows.get(0).cells().get(0));
    assertThat(rows.get(2).cells()).containsExactly("ñu", "x", "12");
  }

  @Test
  void line_ends_may_be_mixed() throws Exception {
    Table table = files.read("a,b\r\n1,\"x\ry\nz\r\nw\"\r3,4\n5,6\n\r\n7,8");
    assertThat(table.rows())
        .containsExactly(
            new RawRow(1, 2, 5, List.of("1", "x\ry\nz\r\nw"), "1,\"x\ry\nz\r\nw\""),
            new RawRow(2, 6, 6, List.of("3", "4"), "3,4"),
            new RawRow(3, 7, 7, List.of("5", "6"), "5,6"),
            new RawRow(4, 8, 8, List.of(""), ""),
            new RawRow(5, 9, 9, List.of("7", "8"), "7,8"));
  }

  @Test
  void quotes_are_removed_doubled_ones_undoubled_and_nothing_else_is_touched() throws Exception {
    assertThat(
            files
                .read(
                    """
                    first,address,city
                    John,120 any st.,"Anytown, WW"
                    1,"ha ""ha"" ha",""
                    "ha\s
                    ""ha""\s
                    ha",  b\s,\t
                    1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}",x
                    """)
                .cells())
        .containsExactly(
            List.of("John", "120 any st.", "Anytown, WW"),
            List.of("1", "ha \"ha\" ha", ""),
            List.of("ha \n\"ha\" \nha", "  b ", "\t"),
            List.of("1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}", "x"));
  }

  @Test
  void a_quote_in_the_middle_of_an_unquoted_cell_is_text() throws Exception {
    assertThat(files.read("a,b\n5\" pipe,37°36'37.8\"N\n1, \"x\"\n").cells())
        .containsExactly(List.of("5\" pipe", "37°36'37.8\"N"), List.of("1", " \"x\""));
  }

  @Test
  void without_a_quote_character_quotes_are_text() throws Exception {
    Dialect unquoted =
        new Dialect(
            StandardCharsets.UTF_8,
            '|',
            Dialect.NONE,
            Dialect.NONE,
            Set.of(),
            CsvFiles.FIRST_ROW,
            99);
    assertThat(CsvFiles.read(files.file("a|b\n\"x|y\"\n"), unquoted).cells())
        .containsExactly(List.of("\"x", "y\""));
  }

  @Test
  void any_encoding_of_the_jvm_is_read() throws Exception {
    for (String name : List.of("windows-1252", "ISO-8859-1", "UTF-16", "UTF-16LE", "IBM850")) {
      Charset encoding = Charset.forName(name);
      Path file = files.file("año,b\n1,Querétaro\n".getBytes(encoding));
      assertThat(CsvFiles.read(file, CsvFiles.dialect(encoding)))
          .isEqualTo(
              new Table(
                  List.of("año", "b"),
                  List.of(),
                  List.of(new RawRow(1, 2, 2, List.of("1", "Querétaro"), "1,Querétaro"))));
    }
  }

  @Test
  void a_byte_order_mark_is_believed_over_the_encoding_declared_and_removed() throws Exception {
    for (Charset marked :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Path file = files.file("\uFEFFfoo,bar\n4,ʤ\n".getBytes(marked));
      Table table = CsvFiles.read(file, CsvFiles.dialect(Charset.forName("windows-1252")));
      assertThat(table.header()).containsExactly("foo", "bar");
      assertThat(table.cells()).containsExactly(List.of("4", "ʤ"));
    }
  }

  @Test
  void rows_shorter_or_longer_than_the_header_keep_their_cells() throws Exception {
    assertThat(files.read("a,b,c\n,\n,,,\n1\n").cells())
        .containsExactly(List.of("", ""), List.of("", "", "", ""), List.of("1"));
  }

  @Test
  void a_trailing_unnamed_column_is_left_out_while_it_is_blank() throws Exception {
    Table table = files.read("a,b,\n\"1,7\",2,\n3,4\n5,6,x\n7,8,,\n");
    assertThat(table.header()).containsExactly("a", "b");
    assertThat(table.cells())
        .containsExactly(
            List.of("1,7", "2"),
            List.of("3", "4"),
            List.of("5", "6", "x"),
            List.of("7", "8", "", ""));
  }

  @Test
  void blank_lines_and_rows_of_only_separators_are_blank_records() throws Exception {
    Table table = files.read("a,b\n\n,\n \n1,2\n");
    assertThat(table.rows()).extracting(RawRow::isBlank).containsExactly(true, true, true, false);
    assertThat(table.rows()).extracting(RawRow::number).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void names_twice_in_the_header_are_kept_as_printed() throws Exception {
    assertThat(files.read(" a ,b,a\u00A0,,c\n").header()).containsExactly("a", "b", "a", "", "c");
  }

  @Test
  void comments_are_skipped_not_counted_and_their_quotes_open_nothing() throws Exception {
    Dialect commented =
        new Dialect(StandardCharsets.UTF_8, ',', '"', '#', Set.of(), CsvFiles.FIRST_ROW, 20);
    Path file =
        files.file(
            "# made, \"by us\n#\na,b\n# "
                + "long ".repeat(9)
                + "\r\n1,\"x\n#y\"\n#,\"z\n3,4\n#end");
    Table table = CsvFiles.read(file, commented);
    assertThat(table.header()).containsExactly("a", "b");
    assertThat(table.rows())
        .containsExactly(
            new RawRow(1, 5, 6, List.of("1", "x\n#y"), "1,\"x\n#y\""),
            new RawRow(2, 8, 8, List.of("3", "4"), "3,4"));
  }

  @Test
  void comments_do_not_count_towards_the_longest_record() throws Exception {
    Dialect commented =
        new Dialect(StandardCharsets.UTF_8, ',', '"', '#', Set.of(), CsvFiles.FIRST_ROW, 20);
    Table table =
        CsvFiles.read(files.file("a,b\n" + "# a comment\r\n".repeat(5_000) + "1,2\n"), commented);
    assertThat(table.rows()).containsExactly(new RawRow(1, 5_002, 5_002, List.of("1", "2"), "1,2"));
  }

  @Test
  void comment_rows_are_skipped_by_their_number_from_the_top() throws Exception {
    Dialect commented =
        new Dialect(
            StandardCharsets.UTF_8, ',', '"', Dialect.NONE, Set.of(2, 4), CsvFiles.FIRST_ROW, 99);
    Table table = CsvFiles.read(files.file("a,b\nunit,persons\n1,2\n,\n3,4\n"), commented);
    assertThat(table.rows())
        .containsExactly(
            new RawRow(1, 3, 3, List.of("1", "2"), "1,2"),
            new RawRow(2, 5, 5, List.of("3", "4"), "3,4"));
  }

  @Test
  void rows_above_the_header_are_the_preamble() throws Exception {
    Table table =
        CsvFiles.read(
            files.file("Secretaría\n\n\"x\ny\",2018\nClave,Año\n1,2\n"),
            CsvFiles.with(new HeaderPlace.Containing(List.of("año", " CLAVE"))));
    assertThat(table)
        .isEqualTo(
            new Table(
                List.of("Clave", "Año"),
                List.of(
                    new RawRow(1, 1, 1, List.of("Secretaría"), "Secretaría"),
                    new RawRow(2, 2, 2, List.of(""), ""),
                    new RawRow(3, 3, 4, List.of("x\ny", "2018"), "\"x\ny\",2018")),
                List.of(new RawRow(1, 6, 6, List.of("1", "2"), "1,2"))));
  }

  @Test
  void a_header_is_found_by_a_pattern_or_its_names_are_given() throws Exception {
    Path file = files.file("x,1\nClave 2018,b\n1,2\n");
    HeaderPlace matching = new HeaderPlace.Matching(Pattern.compile("Clave \\d{4}"));
    assertThat(CsvFiles.read(file, CsvFiles.with(matching)).header())
        .containsExactly("Clave 2018", "b");
    Table table = CsvFiles.read(file, CsvFiles.with(new HeaderPlace.None(List.of("p", "q"))));
    assertThat(table.header()).containsExactly("p", "q");
    assertThat(table.rows().get(0)).isEqualTo(new RawRow(1, 1, 1, List.of("x", "1"), "x,1"));
  }

  @Test
  void a_header_of_several_rows_is_joined_downwards() throws Exception {
    Table table =
        CsvFiles.read(
            files.file("Title\nRamo,Población,,Año,\n,Hombres,Mujeres,,\n6,1,2,2018,\n"),
            CsvFiles.with(new HeaderPlace.Rows(2, 3)));
    assertThat(table.header())
        .containsExactly("Ramo", "Población Hombres", "Población Mujeres", "Año");
    assertThat(table.preamble()).extracting(RawRow::raw).containsExactly("Title");
    assertThat(table.cells()).containsExactly(List.of("6", "1", "2", "2018"));
  }

  @Test
  void the_first_rows_tell_which_layout_a_file_has() throws Exception {
    Path file = files.file("Title\nClave,Monto\n1,2\n3,4\n");
    List<List<String>> rows = CsvTable.firstRows(file, CsvFiles.UTF8, 3);
    assertThat(rows)
        .containsExactly(List.of("Title"), List.of("Clave", "Monto"), List.of("1", "2"));
    assertThat(CsvTable.firstRows(file, CsvFiles.UTF8, 9)).hasSize(4);
    assertThat(new HeaderPlace.Containing(List.of("clave")).standsIn(rows)).isTrue();
    assertThat(new HeaderPlace.Containing(List.of("clave", "año")).standsIn(rows)).isFalse();
    assertThat(new HeaderPlace.Matching(Pattern.compile("Monto")).standsIn(rows)).isTrue();
    assertThat(new HeaderPlace.Rows(3, 4).standsIn(rows)).isFalse();
  }

  @Test
  void a_cell_over_several_lines_of_prose_is_believed() throws Exception {
    String prose = "uno, dos, tres\ncuatro, cinco, seis\n1,2";
    assertThat(files.read("a,b,c\n1,\"" + prose + "\",3\n").cells())
        .containsExactly(List.of("1", prose, "3"));
  }
}
