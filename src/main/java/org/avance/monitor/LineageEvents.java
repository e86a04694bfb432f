package org.avance.monitor;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.avance.model.Delivery;
import org.avance.model.LoadResult;
import org.avance.model.LoadStart;
import org.avance.monitor.log.Masked;

/**
 * Loads as events of OpenLineage. The job is the feed, the run an execution, the inputs the file
 * and its side files by their paths below the inbox, the outputs the tables of the facts that the
 * feed yields.
 */
final class LineageEvents {
  private static final URI PRODUCER = URI.create("urn:avance");

  private final OpenLineage words = new OpenLineage(PRODUCER);
  private final String namespace;
  private final Target target;
  private final Clock clock;

  /**
   * Where loads write.
   *
   * @param namespace of the server's tables, as OpenLineage names those of MariaDB and MySQL
   * @param schema the warehouse
   * @param tables fact tables by feed
   */
  record Target(String namespace, String schema, Map<String, List<String>> tables) {
    Target {
      tables = Map.copyOf(tables);
    }
  }

  LineageEvents(String namespace, Target target, Clock clock) {
    this.namespace = namespace;
    this.target = target;
    this.clock = clock;
  }

  RunEvent started(LoadStart start) {
    return event(EventType.START, start, words.newRunFacetsBuilder().build())
        .job(job(start.feed(), ""))
        .inputs(inputs(start, List.of()))
        .outputs(outputs(start.feed(), List.of()))
        .build();
  }

  /** How a load ended: only what was published has written anything. */
  RunEvent ended(LoadStart start, LoadResult load) {
    boolean published = load.outcome() == LoadResult.Outcome.PUBLISHED;
    List<Delivery> delivery = load.registered();
    OpenLineage.RunFacetsBuilder facets =
        words.newRunFacetsBuilder().put("avance", ours(start, load));
    if (!load.outcome().isGood()) {
      facets.errorMessage(words.newErrorMessageRunFacet(why(start, load), "java", null));
    }
    String descriptor = delivery.isEmpty() ? "" : delivery.get(0).descriptorDigest();
    return event(type(load.outcome()), start, facets.build())
        .job(job(start.feed(), descriptor))
        .inputs(inputs(start, delivery))
        .outputs(published ? outputs(start.feed(), delivery) : List.of())
        .build();
  }

  /** A rejection has written nothing: to who follows figures it is a failure. */
  private static EventType type(LoadResult.Outcome outcome) {
    return switch (outcome) {
      case PUBLISHED, SUPERSEDED -> EventType.COMPLETE;
      case REJECTED, FAILED -> EventType.FAIL;
      case STOPPED, BUSY, WAITING -> EventType.ABORT;
    };
  }

  private OpenLineage.RunEventBuilder event(
      EventType type, LoadStart start, OpenLineage.RunFacets facets) {
    return words
        .newRunEventBuilder()
        .eventType(type)
        .eventTime(ZonedDateTime.now(clock))
        .run(words.newRunBuilder().runId(runId(start)).facets(facets).build());
  }

  /** The same for every event of an execution, in whichever process. */
  UUID runId(LoadStart start) {
    String name =
        String.join("/", namespace, start.feed(), start.digest(), Long.toString(start.execution()));
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private OpenLineage.Job job(String feed, String descriptorDigest) {
    OpenLineage.JobFacetsBuilder facets =
        words.newJobFacetsBuilder().jobType(words.newJobTypeJobFacet("BATCH", "AVANCE", "JOB"));
    if (!descriptorDigest.isEmpty()) {
      URI descriptor =
          URI.create("urn:avance:feed:" + URLEncoder.encode(feed, StandardCharsets.UTF_8));
      facets.sourceCodeLocation(
          words
              .newSourceCodeLocationJobFacetBuilder()
              .type("yaml")
              .url(descriptor)
              .path(feed + ".yaml")
              .version(descriptorDigest)
              .build());
    }
    return words.newJobBuilder().namespace(namespace).name(feed).facets(facets.build()).build();
  }

  /** The file, and the side files that its records take something from. */
  private List<OpenLineage.InputDataset> inputs(LoadStart start, List<Delivery> delivery) {
    OpenLineage.InputDatasetInputFacetsBuilder counted = words.newInputDatasetInputFacetsBuilder();
    delivery.forEach(
        each ->
            counted.inputStatistics(
                words
                    .newInputStatisticsInputDatasetFacetBuilder()
                    .rowCount(each.counts().read())
                    .fileCount(1L)
                    .build()));
    List<OpenLineage.InputDataset> inputs = new ArrayList<>();
    inputs.add(input(start.fileName(), start.digest(), counted.build()));
    start
        .sides()
        .forEach(
            (name, digest) ->
                inputs.add(input(name, digest, words.newInputDatasetInputFacetsBuilder().build())));
    return inputs;
  }

  private OpenLineage.InputDataset input(
      String fileName, String digest, OpenLineage.InputDatasetInputFacets counted) {
    return words
        .newInputDatasetBuilder()
        .namespace(namespace + "/inbox")
        .name(fileName)
        .facets(
            words
                .newDatasetFacetsBuilder()
                .version(words.newDatasetVersionDatasetFacet(digest))
                .build())
        .inputFacets(counted)
        .build();
  }

  /** How many facts were written is known of all tables together: told where there is but one. */
  private List<OpenLineage.OutputDataset> outputs(String feed, List<Delivery> delivery) {
    List<String> tables = target.tables().getOrDefault(feed, List.of());
    return tables.stream()
        .map(
            table -> {
              OpenLineage.OutputDatasetOutputFacetsBuilder counted =
                  words.newOutputDatasetOutputFacetsBuilder();
              if (tables.size() == 1 && !delivery.isEmpty()) {
                long written =
                    delivery.get(0).counts().factsNew() + delivery.get(0).counts().factsChanged();
                counted.outputStatistics(
                    words.newOutputStatisticsOutputDatasetFacetBuilder().rowCount(written).build());
              }
              return words
                  .newOutputDatasetBuilder()
                  .namespace(target.namespace())
                  .name(target.schema() + "." + table)
                  .outputFacets(counted.build())
                  .build();
            })
        .toList();
  }

  /** What OpenLineage has no word for. */
  private OpenLineage.RunFacet ours(LoadStart start, LoadResult load) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("execution", start.execution());
    said.put("outcome", load.outcome().name());
    load.registered()
        .forEach(
            delivery -> {
              said.put("delivery", delivery.id());
              said.put("edition", delivery.edition());
              said.put("rerun", delivery.rerun());
              said.put("descriptorDigest", delivery.descriptorDigest());
              said.put("rulebookDigest", delivery.rulebookDigest());
              said.put("counts", counts(delivery));
            });
    OpenLineage.RunFacet facet = words.newRunFacet();
    facet.getAdditionalProperties().putAll(said);
    return facet;
  }

  private static Map<String, Long> counts(Delivery delivery) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("read", delivery.counts().read());
    counts.put("staged", delivery.counts().staged());
    counts.put("quarantined", delivery.counts().quarantined());
    counts.put("skipped", delivery.counts().skipped());
    counts.put("factsNew", delivery.counts().factsNew());
    counts.put("factsChanged", delivery.counts().factsChanged());
    counts.put("factsUnchanged", delivery.counts().factsUnchanged());
    counts.put("factsEnded", delivery.counts().factsEnded());
    return counts;
  }

  private static String why(LoadStart start, LoadResult load) {
    String outcome = load.outcome().name().toLowerCase(Locale.ROOT);
    String because =
        load.outcome() == LoadResult.Outcome.FAILED
            ? String.join("; ", load.reasons())
            : load.issues().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(issue -> issue.getKey() + " " + issue.getValue())
                .collect(Collectors.joining(", "));
    return Masked.of(
        "%s%s; see ./avance show %d"
            .formatted(outcome, because.isEmpty() ? "" : ": " + because, start.execution()));
  }
}
