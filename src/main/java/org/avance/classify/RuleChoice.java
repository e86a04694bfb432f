package org.avance.classify;

import org.avance.model.RuleStatus;

/**
 * One choice of a rulebook among readings of a rule, and how firmly it stands.
 *
 * @param <C> the readings there are
 * @param source one sentence: where the choice comes from
 */
public record RuleChoice<C extends Enum<C>>(C value, RuleStatus status, String source) {}
