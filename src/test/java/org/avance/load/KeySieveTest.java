package org.avance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeySieveTest {
  private static String hash(long number) {
    return StagedFact.hash(List.of(Long.toString(number)));
  }

  @Test
  void every_key_that_comes_again_is_held_back_and_no_other() {
    KeySieve sieve = new KeySieve();
    Set<String> before = new HashSet<>();
    Random random = new Random(5);
    for (int i = 0; i < 200_000; i++) {
      String key = hash(random.nextInt(150_000));
      assertThat(sieve.holdsBack(key)).isEqualTo(!before.add(key));
    }
    assertThat(sieve.sawAll()).isTrue();
  }

  @Test
  void a_hash_of_zeros_is_a_key_like_any_other() {
    KeySieve sieve = new KeySieve();
    String zeros = "0".repeat(32);
    assertThat(Stream.of(zeros, zeros, hash(1)).map(sieve::holdsBack))
        .containsExactly(false, true, false);
  }

  @Test
  void a_key_that_is_asked_for_does_not_come_by_it() {
    KeySieve sieve = new KeySieve();
    assertThat(sieve.knows(hash(1))).isFalse();
    assertThat(sieve.holdsBack(hash(1))).isFalse();
    assertThat(Stream.of(hash(1), hash(2)).map(sieve::knows)).containsExactly(true, false);
  }

  @Test
  void more_keys_than_it_may_hold_are_told() {
    KeySieve sieve = new KeySieve(1 << 12);
    for (int i = 0; i < 3_072; i++) {
      assertThat(sieve.holdsBack(hash(i))).isFalse();
    }
    assertThat(sieve.sawAll()).isTrue();
    assertThat(sieve.holdsBack(hash(5_000))).isFalse();
    assertThat(sieve.sawAll()).isFalse();
    // It may have come for all that is known.
    assertThat(sieve.knows(hash(6_000))).isTrue();
  }
}
