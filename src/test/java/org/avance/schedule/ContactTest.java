package org.avance.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.avance.job.LoadSettings;
import org.junit.jupiter.api.Test;

/** A database that goes and comes back, by a clock that is set. */
final class ContactTest {
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private boolean answers = true;
  private final List<String> heard = new ArrayList<>();
  private final Contact contact =
      new Contact(new Sometimes(), News.to(new Heard(), new Set()), new Set());

  @Test
  void an_outage_is_told_after_a_minute_again_each_minute_and_once_it_is_over() {
    look();
    answers = false;
    for (int second = 0; second < 130; second += 5) {
      look();
      now = now.plusSeconds(5);
    }
    answers = true;
    look();
    look();

    assertThat(heard)
        .containsExactly(
            "DATABASE_GONE",
            "unable: the database does not answer: no server",
            "unable: the database does not answer: no server",
            "DATABASE_BACK the database answers again, after 130 s",
            "able");
  }

  @Test
  void a_server_that_was_started_again_is_no_outage() {
    answers = false;
    look();
    answers = true;
    now = now.plusSeconds(30);
    look();

    assertThat(heard)
        .containsExactly(
            "DATABASE_GONE", "DATABASE_BACK the database answers again, after 30 s", "able");
  }

  @Test
  void a_fault_of_a_look_is_told_once_and_again_when_it_comes_again() {
    for (boolean fails : List.of(true, true, false, true)) {
      contact.with(
          () -> {
            if (fails) {
              throw new IllegalStateException("odd");
            }
          });
    }

    assertThat(heard).containsExactly("FAULT", "FAULT");
  }

  private void look() {
    contact.with(
        () -> {
          if (!answers) {
            throw new IllegalStateException(new SQLException("gone", "08000"));
          }
        });
  }

  private final class Sometimes implements Warehouse {
    @Override
    public LoadSettings settings() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void restore() {
      if (!answers) {
        throw new IllegalStateException("no server");
      }
    }
  }

  private final class Heard implements ServeListener {
    @Override
    public void happened(ServeEvent event) {
      boolean back = event.kind() == ServeEvent.Kind.DATABASE_BACK;
      heard.add(event.kind() + (back ? " " + event.message() : ""));
    }

    @Override
    public void unable(String why) {
      heard.add("unable: " + why);
    }

    @Override
    public void able() {
      heard.add("able");
    }
  }

  private final class Set extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
