package org.avance.operate;

/**
 * Asks whoever gave the order before an act of consequence.
 *
 * @param <S> what the act would do
 */
@FunctionalInterface
public interface Approval<S> {
  /** Whether to go on. */
  boolean given(S scope);
}
