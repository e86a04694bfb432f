package bad.avance.classify;

import java.time.LocalDate;

/** A judgement that differs tomorrow. */
public final class ReadsTheTime {
  private ReadsTheTime() {}

  public static int year() {
    return LocalDate.now().getYear();
  }
}
