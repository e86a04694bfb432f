package org.avance.feed.trust;

import java.time.ZoneId;
import org.avance.model.SameKey;

/**
 * How far a feed's deliveries are trusted, and when they come.
 *
 * @param schedule cron expression of six fields, seconds first; empty where the feed has none
 * @param zone in which schedule and due days are meant
 */
public record Trust(
    SameKey sameKey,
    Tolerances tolerances,
    Expectations expectations,
    String schedule,
    ZoneId zone) {}
