package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HeapShareTest {
  private static final int BUDGET = HeapShare.budget(512L << 20);

  private final Semaphore memory = new Semaphore(BUDGET);
  private final CountDownLatch waits = new CountDownLatch(1);
  private final AtomicBoolean stopping = new AtomicBoolean();

  private static int megabytes(long megabytesOfFile) {
    return HeapShare.megabytes(megabytesOfFile << 20, BUDGET);
  }

  private HeapShare take(int megabytes) {
    return HeapShare.take(memory, megabytes, waits::countDown, stopping::get);
  }

  @Test
  void what_a_load_needs_goes_by_its_file() {
    assertThat(BUDGET).isEqualTo(448);
    assertThat(HeapShare.megabytes(2_000, BUDGET)).isEqualTo(4);
    assertThat(megabytes(3)).isEqualTo(51);
    assertThat(megabytes(200)).isEqualTo(300);
    assertThat(megabytes(2_000)).isEqualTo(400);
  }

  @Test
  void a_small_heap_still_has_room_for_any_one_file() {
    assertThat(HeapShare.megabytes(2_000L << 20, HeapShare.budget(128L << 20))).isEqualTo(80);
    assertThat(HeapShare.megabytes(200L << 20, HeapShare.budget(128L << 20))).isEqualTo(80);
    assertThat(HeapShare.megabytes(2_000L << 20, HeapShare.budget(16L << 20))).isEqualTo(1);
  }

  @Test
  void who_finds_too_little_left_waits_until_another_has_ended() throws Exception {
    CompletableFuture<HeapShare> third;
    try (HeapShare first = take(200);
        HeapShare second = take(200)) {
      assertThat(List.of(first.isEmpty(), second.isEmpty())).containsExactly(false, false);
      third = CompletableFuture.supplyAsync(() -> take(200));
      waits.await();
      try (HeapShare small = take(4)) {
        assertThat(small.isEmpty()).isFalse();
      }
      assertThat(third).isNotDone();
    }
    try (HeapShare taken = third.get(10, TimeUnit.SECONDS)) {
      assertThat(taken.isEmpty()).isFalse();
      assertThat(memory.availablePermits()).isEqualTo(BUDGET - 200);
    }
    assertThat(memory.availablePermits()).isEqualTo(BUDGET);
  }

  @Test
  void who_is_to_stop_waits_no_longer_and_takes_nothing() {
    try (HeapShare all = take(BUDGET)) {
      assertThat(all.isEmpty()).isFalse();
      stopping.set(true);
      try (HeapShare none = take(4)) {
        assertThat(none.isEmpty()).isTrue();
      }
    }
    assertThat(memory.availablePermits()).isEqualTo(BUDGET);
  }
}
