package org.avance.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CauseTest {
  private static final String TRACE =
      """
      org.springframework.dao.CannotAcquireLockException: PreparedStatementCallback; SQL [UPDATE x]; lock wait
      \tat org.springframework.jdbc.support.SQLExceptionSubclassTranslator.doTranslate(SQLExceptionSubclassTranslator.java:82)
      \tat java.base/java.lang.Thread.run(Thread.java:840)
      Caused by: java.sql.SQLTransientConnectionException: (conn=31) Lock wait timeout exceeded; try
      restarting transaction
      \tat org.mariadb.jdbc.export.ExceptionFactory.createException(ExceptionFactory.java:301)
      \t... 21 more
      """;

  @Test
  void a_stack_trace_has_the_message_of_its_innermost_cause() {
    assertThat(Cause.of(TRACE)).isEqualTo("Lock wait timeout exceeded; try restarting transaction");
  }

  @Test
  void of_a_trace_that_is_cut_off_before_its_cause_the_outer_one_is_said() {
    String cut = TRACE.substring(0, TRACE.indexOf("Caused by"));
    String outer = "PreparedStatementCallback; SQL [UPDATE x]; lock wait";
    assertThat(Cause.of(cut)).isEqualTo(outer);
    assertThat(Cause.of(cut + "Caused by: java.sql.SQLException: ")).isEqualTo(outer);
  }

  @Test
  void what_is_no_stack_trace_is_said_as_it_stands() {
    assertThat(Cause.of("step stage: the disk is full")).isEqualTo("step stage: the disk is full");
    assertThat(Cause.of("")).isEmpty();
  }
}
