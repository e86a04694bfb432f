-- Which side files a delivery was staged with: what it took from them can be told from any other version of them.

CREATE TABLE IF NOT EXISTS delivery_side_file (
  delivery_id BIGINT UNSIGNED NOT NULL COMMENT 'Delivery that was staged with it',
  file_name VARCHAR(500) COLLATE utf8mb4_bin NOT NULL COMMENT 'Path of the side file below the inbox, as the descriptor names it',
  file_digest CHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'SHA-256 of its bytes, under which the archive keeps it',
  file_bytes BIGINT UNSIGNED NOT NULL COMMENT 'Size in bytes',
  PRIMARY KEY (delivery_id, file_name),
  CONSTRAINT delivery_side_file_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (delivery_id) ON DELETE CASCADE
) COMMENT 'Side files that the lookups of a delivery joined';
