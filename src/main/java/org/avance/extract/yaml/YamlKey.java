package org.avance.extract.yaml;

/**
 * A key of a map. Keys are equal where their text is, wherever they stand.
 *
 * @param text as written, without quotes
 * @param place where the key begins
 */
public record YamlKey(String text, Place place) {

  @Override
  public boolean equals(Object other) {
    return other instanceof YamlKey key && key.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
