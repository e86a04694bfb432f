package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws of chance under a seed. */
record Draw(Random random) {
  static Draw of(long seed) {
    return new Draw(new Random(seed));
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  int from(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  @SafeVarargs
  final <T> T any(T... of) {
    return of[random.nextInt(of.length)];
  }

  <T> List<T> some(List<T> of, int count) {
    List<T> shuffled = new ArrayList<>(of);
    Collections.shuffle(shuffled, random);
    return List.copyOf(shuffled.subList(0, count));
  }
}
