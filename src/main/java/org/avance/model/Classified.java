package org.avance.model;

/**
 * A class that a rule gives, with how firmly the rule stands.
 *
 * @param <C> the classes of the rule
 * @param value the class; each rule has one for what can't be classified
 * @param reason why it can't; {@code NONE} where it can
 * @param status of the weakest threshold that the class rests on
 */
public record Classified<C extends Enum<C>>(C value, NotClassified reason, RuleStatus status) {}
