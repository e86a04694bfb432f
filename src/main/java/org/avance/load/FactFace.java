package org.avance.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.avance.model.Fact;
import org.avance.model.FactKind;
import org.avance.model.SameKey;

/**
 * A fact as staging would hold it, for whoever looks at a file without a database.
 *
 * @param key equal for facts that share a key; a hash
 * @param content equal, together with the key, for facts that repeat each other; a hash
 * @param words the fact's words and its figure by staging's names, blank ones too; made on demand
 */
public record FactFace(FactKind kind, long key, long content, Supplier<Map<String, String>> words) {
  private static final String KEY = "key_hash";
  private static final String CONTENT = "content_hash";
  private static final int SHORT_HASH = 16;

  /** What staging needs for itself, and what another column says as well. */
  private static final Set<String> INTERNAL =
      Set.of(
          "record_no",
          "fact_no",
          "first_line",
          "last_line",
          "value_column",
          "counts_cell",
          "record_figure",
          "geography_level",
          "is_whole",
          "component_code",
          "owner_system",
          "owner_agency",
          "owner_programme");

  /** The faces of a record's facts. */
  public static List<FactFace> of(StagedRecord record, SameKey rule) {
    List<FactFace> faces = new ArrayList<>();
    record.facts().stream()
        .map(Fact::kind)
        .distinct()
        .forEach(kind -> faces.addAll(of(record, Staging.shape(kind), rule)));
    return faces;
  }

  private static <F extends Fact> List<FactFace> of(
      StagedRecord record, StagingShape<F> shape, SameKey rule) {
    return Staging.<F>factsOf(record, shape.kind(), rule).stream()
        .map(fact -> face(fact, shape))
        .toList();
  }

  private static <F extends Fact> FactFace face(StagedFact<F> fact, StagingShape<F> shape) {
    Map<String, String> hashes = texts(fact, shape, Set.of(KEY, CONTENT)::contains);
    return new FactFace(
        shape.kind(),
        shortened(hashes, KEY) * 31 + shape.kind().name().hashCode(),
        shortened(hashes, CONTENT),
        () -> texts(fact, shape, name -> isWord(name, names(shape))));
  }

  private static List<String> names(StagingShape<?> shape) {
    return shape.all().stream().map(StagingColumn::name).toList();
  }

  /** A normalised label is no word of its own where the printed one stands beside it. */
  private static boolean isWord(String name, List<String> all) {
    String label = name.endsWith("_code") ? name.substring(0, name.length() - 5) : name + " ";
    return !INTERNAL.contains(name)
        && !name.endsWith("_hash")
        && !all.contains(label)
        && !all.contains(label + "_label");
  }

  private static <F extends Fact> Map<String, String> texts(
      StagedFact<F> fact, StagingShape<F> shape, Predicate<String> wanted) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (StagingColumn<F> column : shape.all()) {
      if (wanted.test(column.name())) {
        Object value = column.value().apply(fact);
        texts.put(column.name(), value == null ? "" : value.toString());
      }
    }
    return texts;
  }

  private static long shortened(Map<String, String> hashes, String column) {
    String hash = hashes.get(column);
    if (hash == null) {
      throw new IllegalStateException("staging has no column " + column);
    }
    return Long.parseUnsignedLong(hash.substring(0, SHORT_HASH), 16);
  }
}
