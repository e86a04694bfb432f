package org.avance.job;

import java.io.IOException;
import java.nio.file.Path;
import org.avance.classify.Rulebook;
import org.avance.extract.yaml.YamlFault;
import org.avance.feed.Feed;
import org.avance.feed.FeedCatalogue;

/**
 * What a feed would be loaded by now; texts are empty where there is no such descriptor, or it or
 * the rulebook is wrong.
 *
 * @param descriptorDigest SHA-256 of the descriptor
 * @param rulebookVersion what the rulebook calls itself
 */
public record InForce(String descriptorDigest, String rulebookDigest, String rulebookVersion) {

  /** Reads the folder of descriptors. */
  public static InForce read(Path jobs, String feed) throws IOException {
    String descriptor =
        FeedCatalogue.read(jobs).feeds().stream()
            .filter(each -> each.name().equals(feed))
            .map(Feed::descriptorDigest)
            .findFirst()
            .orElse("");
    try {
      Rulebook rulebook = RulebookFile.read(jobs);
      return new InForce(descriptor, rulebook.digest(), rulebook.version());
    } catch (YamlFault wrong) {
      return new InForce(descriptor, "", "");
    }
  }
}
