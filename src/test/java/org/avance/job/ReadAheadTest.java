package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
  @Test
  void all_comes_in_the_order_of_the_source() throws Exception {
    AtomicInteger given = new AtomicInteger();
    List<Integer> taken = new ArrayList<>();
    try (ReadAhead<Integer> ahead =
        new ReadAhead<>(
            () -> given.get() < 1_234 ? Optional.of(given.getAndIncrement()) : Optional.empty(),
            500,
            5_000)) {
      for (Optional<Integer> next = ahead.next(); next.isPresent(); next = ahead.next()) {
        taken.add(next.get());
      }
      assertThat(ahead.next()).isEmpty();
    }
    assertThat(taken).isEqualTo(IntStream.range(0, 1_234).boxed().toList());
  }

  @Test
  void a_failure_comes_after_what_was_read_before_it() throws Exception {
    AtomicInteger given = new AtomicInteger();
    try (ReadAhead<Integer> ahead =
        new ReadAhead<>(
            () -> {
              if (given.get() == 3) {
                throw new IOException("line 4 can't be read");
              }
              return Optional.of(given.getAndIncrement());
            },
            500,
            5_000)) {
      assertThat(List.of(ahead.next(), ahead.next(), ahead.next()))
          .containsExactly(Optional.of(0), Optional.of(1), Optional.of(2));
      assertThatThrownBy(ahead::next)
          .isInstanceOf(IOException.class)
          .hasMessage("line 4 can't be read");
    }
  }

  @Test
  void whoever_takes_no_more_ends_the_reading() throws Exception {
    AtomicInteger given = new AtomicInteger();
    CountDownLatch reading = new CountDownLatch(1);
    ReadAhead<Integer> ahead =
        new ReadAhead<>(
            () -> {
              reading.countDown();
              return Optional.of(given.getAndIncrement());
            },
            500,
            5_000);
    assertThat(reading.await(10, TimeUnit.SECONDS)).isTrue();
    ahead.close();
    int read = given.get();
    TimeUnit.MILLISECONDS.sleep(50);
    assertThat(given.get()).isEqualTo(read).isLessThan(20_000);
  }

  @Test
  void one_that_takes_from_another_ends_though_nobody_takes_from_it() throws Exception {
    ReadAhead<Integer> first = new ReadAhead<>(() -> Optional.of(1), 10, 10);
    ReadAhead<Integer> second = new ReadAhead<>(first::next, 10, 10);
    assertThat(second.next()).contains(1);
    Thread closing =
        new Thread(
            () -> {
              second.close();
              first.close();
            });
    closing.start();
    closing.join(10_000);
    assertThat(closing.isAlive()).isFalse();
  }
}
