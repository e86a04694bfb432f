package org.avance.extract.yaml;

/** Thrown where a YAML file does not say what it should; the message names file and line. */
public final class YamlFault extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Place place;

  /**
   * A fault at a place.
   *
   * @param sentence what was expected and what was found, without the place
   */
  public YamlFault(Place place, String sentence) {
    super(place + ": " + sentence);
    this.place = place;
  }

  /** {@code jobs/x.yaml:12: expected a list, found `yes`}. */
  public static YamlFault expected(String what, YamlNode found) {
    return new YamlFault(found.place(), "expected " + what + ", found " + found.describe());
  }

  public Place place() {
    return place;
  }
}
