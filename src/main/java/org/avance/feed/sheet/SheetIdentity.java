package org.avance.feed.sheet;

/**
 * Which document it is, as it says itself. A later document of the same identity replaces it.
 *
 * @param subject whose it is, for example {@code 51 E045}
 * @param edition as printed, for example {@code 2020-2021}
 * @param year year that the edition reports on: the last one it names
 */
public record SheetIdentity(String subject, String edition, int year) {}
