package org.avance.model;

/**
 * An execution that has begun.
 *
 * @param digest SHA-256 of the file's bytes
 * @param execution its number, by which the verbs know it
 */
public record LoadStart(String feed, String fileName, String digest, long execution) {}
