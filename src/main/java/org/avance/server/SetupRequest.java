package org.avance.server;

import java.nio.file.Path;

/**
 * What is to be made on a server that somebody else runs.
 *
 * @param adminUrl JDBC URL of the server; its schema is to be the warehouse
 * @param adminUser the administrator that makes it
 * @param host from where the accounts may log in, as MariaDB writes it: {@code %} is anywhere
 * @param newPasswords whether accounts that are there get new passwords
 * @param secrets the folder that passwords are kept in, a file each
 */
public record SetupRequest(
    String adminUrl, String adminUser, String host, boolean newPasswords, Path secrets) {}
