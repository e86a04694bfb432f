package org.avance.load;

import org.avance.model.FactKind;

/**
 * Lays staged assessments, distributions and findings out under the warehouse's keys; see {@link
 * KeyedFacts}.
 *
 * @param programme joins that find agency, programme, place and missing reason
 * @param figure the figure and why it is missing
 * @param missingText what is printed instead
 */
record SheetKeys(StagingTables tables, String programme, String figure, String missingText) {

  String assessments() {
    return """
        SELECT STRAIGHT_JOIN :feed, i.indicator_id, s.year_key, s.ordinal,
               MIN(pk.agency_id), MIN(pk.programme_id), COALESCE(MIN(o.objective_id), 0),
               MIN(r.role_key), MIN(d.direction_key), MIN(q.quality_key), MIN(fo.focus_key), MIN(sf.focus_key), %1$s,
               MIN(s.adequacy_met), MIN(s.clarity_met), MIN(s.relevance_met), MIN(s.monitorability_met), MIN(s.pertinence_met),
               MIN(pi.interim_key), MIN(pp.progress_key), MAX(GREATEST(s.is_ambiguous, s.is_unassigned)),
               %2$s, %3$s, MIN(s.assumed),
               :delivery, MIN(s.first_line), MAX(s.last_line), COUNT(*)
        FROM %4$s s
        %5$s
        JOIN %6$s identity ON identity.identity_hash = s.identity_hash
        JOIN dim_indicator i FORCE INDEX (indicator_natural) ON i.feed_id = :feed AND i.indicator_key = identity.indicator_key
        JOIN dim_indicator_role r ON r.code = s.role
        JOIN dim_direction d ON d.code = s.direction
        JOIN dim_quality q ON q.code = s.quality
        JOIN dim_focus fo ON fo.code = s.focus
        JOIN dim_focus sf ON sf.code = s.suggested_focus
        LEFT JOIN dim_objective o FORCE INDEX (objective_natural) ON o.programme_id = pk.programme_id
          AND o.objective_hash = s.objective_hash AND s.objective <> ''
        LEFT JOIN dim_interim_outcome pi ON pi.code = s.printed_interim_code
        LEFT JOIN dim_progress_class pp ON pp.code = s.printed_progress_code
        GROUP BY 2, 3, 4
        """
        .formatted(
            figure,
            missingText,
            KeyedFacts.agreed(
                "other_marks",
                "printed_role",
                "printed_direction",
                "printed_quality",
                "printed_interim",
                "printed_progress",
                "note"),
            tables.stated(FactKind.ASSESSMENT),
            programme,
            tables.identities());
  }

  String distributions() {
    return """
        SELECT STRAIGHT_JOIN :feed, pk.agency_id, pk.programme_id, s.year_key, fo.focus_key,
               dc.distribution_class_key, s.ordinal, %1$s, MIN(s.percent), MAX(s.is_ambiguous), %2$s, %3$s, MIN(s.assumed),
               :delivery, MIN(s.first_line), MAX(s.last_line), COUNT(*)
        FROM %4$s s
        %5$s
        JOIN dim_focus fo ON fo.code = s.focus
        JOIN dim_distribution_class dc ON dc.code = s.distribution_class
        GROUP BY 2, 3, 4, 5, 6, 7
        """
        .formatted(
            figure,
            missingText,
            KeyedFacts.agreed("printed"),
            tables.stated(FactKind.DISTRIBUTION),
            programme);
  }

  String findings() {
    return """
        SELECT STRAIGHT_JOIN :feed, pk.agency_id, pk.programme_id, s.year_key, k.finding_kind_key,
               s.subject_code, s.number, s.ordinal, %1$s, MAX(s.is_ambiguous), %2$s, %3$s, MIN(s.assumed),
               :delivery, MIN(s.first_line), MAX(s.last_line), COUNT(*)
        FROM %4$s s
        %5$s
        JOIN dim_finding_kind k ON k.code = s.finding_kind
        GROUP BY 2, 3, 4, 5, 6, 7, 8
        """
        .formatted(
            figure,
            missingText,
            KeyedFacts.agreed("subject", "text"),
            tables.stated(FactKind.FINDING),
            programme);
  }
}
