package org.avance.feed.descriptor;

import org.avance.extract.csv.Dialect;
import org.avance.extract.xlsx.WorkbookDialect;
import org.avance.feed.mapping.RaggedRows;

/** How the table of a layout is written, be it delimited text or a workbook. */
record Table(Dialect dialect, WorkbookDialect workbook, RaggedRows raggedRows) {}
