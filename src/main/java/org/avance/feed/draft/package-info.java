/**
 * Drafts a descriptor from a file: encoding, table, number style and columns are guessed, each with
 * the evidence it rests on, to be confirmed by a person. Takes a file, hands on text; nothing else
 * rests on a guess.
 *
 * <p>The door is {@link org.avance.feed.draft.Draft}. It reads the file once for its {@code
 * Encoding}, some rows for its {@code TableForm}, then all for the {@code Profile} of each column;
 * {@code Glossary}, {@code Places} and {@code NumberStyles} say what profiles look like, and {@code
 * Words} and {@code FactDraft} write it down.
 */
@NullMarked
package org.avance.feed.draft;

import org.jspecify.annotations.NullMarked;
