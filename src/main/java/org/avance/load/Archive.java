package org.avance.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Every file received, kept under its digest. Loads read from here, so that what the inbox does
 * meanwhile, or a restart after the file has gone, changes nothing.
 */
public final class Archive {
  private final Path root;

  public Archive(Path root) {
    this.root = root;
  }

  /** Where the bytes of a digest are kept. */
  public Path file(String digest) {
    return root.resolve(digest.substring(0, 2)).resolve(digest);
  }

  /**
   * Keeps a file.
   *
   * @return false where its bytes are no longer those of the digest
   */
  public boolean keep(Path file, String digest) throws IOException {
    Path kept = file(digest);
    if (Files.exists(kept)) {
      return true;
    }
    Files.createDirectories(kept.getParent());
    Path growing = Files.createTempFile(kept.getParent(), digest, ".part");
    try {
      if (!digest.equals(copy(file, growing))) {
        return false;
      }
      Files.move(growing, kept, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } finally {
      Files.deleteIfExists(growing);
    }
  }

  public boolean has(String digest) {
    return Files.isRegularFile(file(digest));
  }

  /** True where what is kept under a digest has that digest. */
  public boolean isWhole(String digest) throws IOException {
    return has(digest) && digest(file(digest)).equals(digest);
  }

  /**
   * Removes a file.
   *
   * @return false where it was not there
   */
  boolean remove(String digest) throws IOException {
    return Files.deleteIfExists(file(digest));
  }

  /** SHA-256 of a file's bytes, in hex. */
  public static String digest(Path file) throws IOException {
    return copy(file, OutputStream.nullOutputStream());
  }

  private static String copy(Path from, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to)) {
      return copy(from, out);
    }
  }

  private static String copy(Path from, OutputStream out) throws IOException {
    DigestOutputStream digesting = new DigestOutputStream(out, sha256());
    try (InputStream in = Files.newInputStream(from)) {
      in.transferTo(digesting);
    }
    return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
