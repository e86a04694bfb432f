package org.avance.feed.descriptor;

import org.avance.extract.csv.Dialect;
import org.avance.feed.mapping.RaggedRows;

/** How the table of a layout is written. */
record Table(Dialect dialect, RaggedRows raggedRows) {}
