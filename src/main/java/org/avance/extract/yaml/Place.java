package org.avance.extract.yaml;

/**
 * Where a node of a YAML file begins.
 *
 * @param file the file's name as it was asked for
 * @param line 1-based
 * @param column 1-based, in code points
 */
public record Place(String file, int line, int column) {

  /** {@code file:line}, as editors and terminals link it. */
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
