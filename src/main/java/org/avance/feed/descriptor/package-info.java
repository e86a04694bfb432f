/**
 * The language of {@code jobs/*.yaml}. Takes YAML trees, hands on descriptors or every fault with
 * file and line; reads no data.
 *
 * <p>Each map of the language is a list of {@link org.avance.feed.descriptor.Word}s, each with its
 * {@link org.avance.feed.descriptor.Reader}: what is allowed, what messages say and what is the
 * case where nothing is said come from there.
 */
@NullMarked
package org.avance.feed.descriptor;

import org.jspecify.annotations.NullMarked;
