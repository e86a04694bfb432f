package org.avance.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An execution that has begun.
 *
 * @param digest SHA-256 of the file's bytes
 * @param execution its number, by which the verbs know it
 * @param sides digests of the side files that it reads from, by name
 */
public record LoadStart(
    String feed, String fileName, String digest, long execution, Map<String, String> sides) {
  public LoadStart {
    sides = Collections.unmodifiableMap(new TreeMap<>(sides));
  }
}
