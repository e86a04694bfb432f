package org.avance.feed.trust;

import java.time.ZoneId;
import org.avance.model.SameKey;

/**
 * How far a feed's deliveries are trusted, and when they come.
 *
 * @param schedule when the feed is loaded by itself
 * @param zone in which schedule and due days are meant
 */
public record Trust(
    SameKey sameKey,
    Tolerances tolerances,
    Expectations expectations,
    Schedule schedule,
    ZoneId zone) {}
