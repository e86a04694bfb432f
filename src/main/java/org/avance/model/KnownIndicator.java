package org.avance.model;

/**
 * An indicator that the warehouse holds, as one statement knows it.
 *
 * @param key its durable key
 * @param statement what was said of it; its years without those that the delivery states anew
 */
public record KnownIndicator(String key, IndicatorStatement statement) {}
