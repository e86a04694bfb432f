-- One row for each statement that a sheet makes in words: strengths, recommendations, commitments with their percentage done …
CREATE OR REPLACE SQL SECURITY DEFINER VIEW v_findings AS
SELECT
  CONCAT_WS('-', f.feed_id, f.agency_id, f.programme_id, f.year_key, f.finding_kind_key, f.subject_code, f.number, f.ordinal)
    AS finding_key,
  feed.feed AS feed,
  agency.code_system AS code_system,
  agency.agency_code AS agency_code,
  COALESCE(agency_name.name, agency.name) AS agency_name,
  programme.ramo AS ramo,
  programme.programme_code AS programme_code,
  COALESCE(programme_name.name, programme.name) AS programme_name,
  f.year_key AS year,
  kind.code AS kind_code,
  kind.label_es AS kind_es,
  kind.label_en AS kind_en,
  f.subject AS subject,
  f.number AS number,
  f.ordinal AS ordinal,
  f.text AS text,
  f.figure AS percent_done,
  missing.code AS missing_code,
  missing.label_es AS missing_es,
  missing.label_en AS missing_en,
  f.missing_text AS missing_text,
  f.is_ambiguous AS is_ambiguous,
  f.assumed AS assumed,
  f.delivery_id AS delivery_id,
  f.line_first AS line,
  f.line_last AS line_last,
  (SELECT MAX(begun.page) FROM delivery_page AS begun WHERE begun.delivery_id = f.delivery_id AND begun.first_line <= f.line_first)
    AS page,
  delivery.file_name AS file_name,
  delivery.file_digest AS file_digest,
  delivery.published_at AS published_at
FROM fct_finding AS f
JOIN dim_feed AS feed ON feed.feed_id = f.feed_id
JOIN dim_agency AS agency ON agency.agency_id = f.agency_id
-- A programme is its agency's; 0 is the agency as a whole.
JOIN dim_programme AS programme ON programme.programme_id = f.programme_id AND programme.agency_id IN (0, f.agency_id)
JOIN dim_finding_kind AS kind ON kind.finding_kind_key = f.finding_kind_key
JOIN delivery ON delivery.delivery_id = f.delivery_id
LEFT JOIN dim_missing_reason AS missing
  ON missing.missing_reason_key = f.missing_reason_key AND kind.code = 'IMPROVEMENT_COMMITMENT'
-- Of several names that a feed prints for one year, the first; looked up row by row, so that one programme costs no more.
LEFT JOIN dim_agency_name AS agency_name
  ON agency_name.agency_id = f.agency_id AND agency_name.feed_id = f.feed_id AND agency_name.year_key = f.year_key
  AND NOT EXISTS (
    SELECT 1 FROM dim_agency_name AS earlier
    WHERE earlier.agency_id = agency_name.agency_id AND earlier.feed_id = agency_name.feed_id
      AND earlier.year_key = agency_name.year_key
      AND (earlier.delivery_id, earlier.line, earlier.name_hash)
        < (agency_name.delivery_id, agency_name.line, agency_name.name_hash))
LEFT JOIN dim_programme_name AS programme_name
  ON programme_name.programme_id = f.programme_id AND programme_name.feed_id = f.feed_id AND programme_name.year_key = f.year_key
  AND NOT EXISTS (
    SELECT 1 FROM dim_programme_name AS earlier
    WHERE earlier.programme_id = programme_name.programme_id AND earlier.feed_id = programme_name.feed_id
      AND earlier.year_key = programme_name.year_key
      AND (earlier.delivery_id, earlier.line, earlier.name_hash)
        < (programme_name.delivery_id, programme_name.line, programme_name.name_hash));
