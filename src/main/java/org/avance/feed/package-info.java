/**
 * An agency's words into the model. Takes descriptors and files, hands on facts and issues; never
 * touches a database.
 *
 * <p>The door is {@link org.avance.feed.FeedCatalogue}: it reads {@code jobs/*.yaml}, each a {@link
 * org.avance.feed.Feed}; a feed opens a file, and the file's mapping maps each row. Behind it lie
 * {@code descriptor} (the language), {@code mapping} (rows into facts), {@code number} (the grammar
 * of figures), {@code text} (how texts are compared) and {@code trust} (what a feed promises).
 */
@NullMarked
package org.avance.feed;

import org.jspecify.annotations.NullMarked;
