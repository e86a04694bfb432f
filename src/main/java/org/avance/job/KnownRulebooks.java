package org.avance.job;

import java.util.Optional;
import javax.sql.DataSource;
import org.avance.classify.Rulebook;
import org.avance.load.RulebookRegister;

/**
 * Holds a rulebook against those that were judged by. Two rulebooks under one version could not be
 * told apart in what they have judged, so the second is refused before it judges anything.
 */
final class KnownRulebooks {
  private final RulebookRegister register;

  KnownRulebooks(DataSource dataSource) {
    this.register = new RulebookRegister(dataSource);
  }

  /** Why a rulebook can't be judged by; empty where it can. */
  Optional<String> against(Rulebook rulebook) {
    return register
        .find(rulebook.version())
        .filter(known -> !known.digest().equals(rulebook.rulesDigest()))
        .map(
            known ->
                "the rulebook calls itself %s, and by this version the warehouse was judged with other numbers since %s UTC: raise `version` in %s, or put the numbers back"
                    .formatted(known.version(), known.firstUsed(), RulebookFile.RULEBOOK));
  }

  /**
   * @throws WrongRulebook where its version stands for other rules
   */
  void require(Rulebook rulebook) throws WrongRulebook {
    Optional<String> against = against(rulebook);
    if (against.isPresent()) {
      throw new WrongRulebook(against.get());
    }
  }

  /** It is judged by from now on. */
  void enter(Rulebook rulebook) {
    register.enter(rulebook.version(), rulebook.rulesDigest());
  }
}
