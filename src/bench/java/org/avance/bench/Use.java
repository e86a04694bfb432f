package org.avance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a process has used, as the kernel counts it.
 *
 * @param cpuSeconds in user and system mode, since its start
 * @param peakMegabytes the most memory it held at once
 */
record Use(double cpuSeconds, long peakMegabytes) {
  private static final double TICKS_A_SECOND = 100;

  /** Nothing where the process is gone. */
  static Optional<Use> of(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      String stat = Files.readString(process.resolve("stat"));
      String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      double cpu = (Long.parseLong(words[11]) + Long.parseLong(words[12])) / TICKS_A_SECOND;
      return peak(process.resolve("status")).map(peak -> new Use(cpu, peak));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Forgets the peak so far, so that the next one is that of what runs now. */
  static void forgetPeak(long pid) {
    try {
      Files.writeString(Path.of("/proc", Long.toString(pid), "clear_refs"), "5");
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Optional<Long> peak(Path status) throws IOException {
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
        .findFirst();
  }
}
