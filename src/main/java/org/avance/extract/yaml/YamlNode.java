package org.avance.extract.yaml;

/** A value in a YAML file. */
public sealed interface YamlNode permits YamlText, YamlList, YamlMap {

  /** Where the value begins. */
  Place place();

  /** What was found here, in words for a message: {@code `yes`}, {@code a list of 3}. */
  String describe();
}
