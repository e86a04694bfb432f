package org.avance.feed.descriptor;

/**
 * What is wrong in a descriptor.
 *
 * @param file as it was asked for
 * @param line 1-based
 * @param message what was expected and what was found
 */
public record DescriptorFault(String file, int line, String message) {

  /** {@code jobs/x.yaml:14: expected …}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
