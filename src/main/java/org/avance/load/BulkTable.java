package org.avance.load;

import java.util.List;

/**
 * Where rows are loaded in bulk.
 *
 * @param name of the table, with its schema
 * @param columns those that the rows fill, in their order
 */
record BulkTable(String name, List<String> columns) {}
