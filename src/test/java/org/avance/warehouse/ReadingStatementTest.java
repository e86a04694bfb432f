package org.avance.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadingStatementTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "  (select 1) union (select 2) ",
        "WITH a AS (SELECT 1) SELECT * FROM a",
        "SHOW TABLES",
        "desc v_issues",
        "EXPLAIN SELECT 1",
        "-- why\nSELECT 1",
        "# why\nSELECT 1",
        "/* INTO; */ SELECT 1",
        "SELECT 'INTO; it''s', \"a\\\"; INTO b\", `into` FROM t",
        "SELECT a--1 FROM t"
      })
  void statements_that_read_pass_as_they_are(String sql) {
    assertThat(ReadingStatement.of(sql)).isEqualTo(sql.strip());
  }

  @Test
  void a_closing_semicolon_is_dropped() {
    assertThat(ReadingStatement.of("SELECT 1 ;\n; ")).isEqualTo("SELECT 1");
  }

  @Test
  void long_quoted_text_needs_no_stack() {
    String sql = "SELECT '" + "\\'x".repeat(500_000) + "'";

    assertThat(ReadingStatement.of(sql)).isEqualTo(sql);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "UPDATE t SET a = 1|UPDATE",
        "set timestamp = 1|SET",
        "LOAD DATA LOCAL INFILE 'x' INTO TABLE t|LOAD",
        "/* SELECT */ DROP TABLE t|DROP",
        "~  ~|nothing",
        ";|nothing"
      })
  void statements_that_return_no_rows_are_refused(String sql, String found) {
    assertRefused(
        sql,
        "Expected a statement that returns rows (SELECT, WITH, SHOW, DESCRIBE or EXPLAIN); found: "
            + found
            + ". Queries only read.");
  }

  @Test
  void a_second_statement_is_refused() {
    assertRefused(
        "SELECT ';'; DROP TABLE t",
        "Expected one statement; found more after the semicolon: DROP TABLE t. Run them one by one.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * INTO OUTFILE '/x' FROM t",
        "SELECT 1 -- why\ninto @a",
        "SELECT 1 --\n INTO @a",
        "SELECT '\\'' INTO @a -- '"
      })
  void an_answer_that_would_go_elsewhere_is_refused(String sql) {
    assertRefused(
        sql,
        "Expected rows as the answer; found INTO, which would write them elsewhere. Leave it out.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1 /*! INTO @a */", "SELECT 1 /*M!100100 INTO @a */"})
  void an_executable_comment_is_refused(String sql) {
    assertRefused(
        sql,
        "Expected plain SQL; found an executable comment (/*! … */), which may hide another statement.");
  }

  private static void assertRefused(String sql, String message) {
    assertThatThrownBy(() -> ReadingStatement.of(sql))
        .isInstanceOf(QueryRefused.class)
        .hasMessage(message);
  }
}
