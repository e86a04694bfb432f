package bad.avance.load;

/** Prints where nobody looks. */
public final class Prints {
  private Prints() {}

  public static void said(String words) {
    System.out.println(words);
  }
}
