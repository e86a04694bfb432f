package org.avance.feed.descriptor;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The faults of one descriptor. What several layouts or facts share is read for each of them, so
 * the same fault may come more than once; it is kept once.
 */
final class Faults {
  private final Set<DescriptorFault> faults = new LinkedHashSet<>();
  private int count;

  void add(DescriptorFault fault) {
    faults.add(fault);
    count++;
  }

  /** How often a fault was added: by it a reader knows whether what it has just read is sound. */
  int count() {
    return count;
  }

  /** Each fault once, in the order of lines. */
  List<DescriptorFault> listed() {
    return faults.stream().sorted(Comparator.comparingInt(DescriptorFault::line)).toList();
  }
}
