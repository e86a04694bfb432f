/** YAML as a tree of texts, lists and maps, each with the place it stands at; no value is typed. */
@NullMarked
package org.avance.extract.yaml;

import org.jspecify.annotations.NullMarked;
