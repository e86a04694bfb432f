package bad.avance.operate;

/** A second way in. */
public final class StartsToo {
  private StartsToo() {}

  public static void main(String[] arguments) {}
}
