package org.avance.feed.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.avance.feed.text.Texts;

/**
 * Makes a code of a text, where no code is printed:
 *
 * <ul>
 *   <li>letters without case and accents, digits, and a hyphen for whatever stands between them;
 *   <li>one longer than {@value #LONGEST} characters is its beginning and a digest of all of it, so
 *       that two that begin alike stay two.
 * </ul>
 *
 * Blank where the text has neither letter nor digit.
 */
public record Slug() implements Refinement {
  private static final int LONGEST = 40;
  private static final int DIGEST_BYTES = 4;
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ENDS = Pattern.compile("^-|-$");

  @Override
  public Optional<String> refine(String text) {
    String slug = trimmed(BETWEEN.matcher(Texts.key(text)).replaceAll("-"));
    return Optional.of(Texts.isLonger(slug, LONGEST) ? shortened(slug) : slug);
  }

  private static String shortened(String slug) {
    String digest = digest(slug);
    return trimmed(Texts.cut(slug, LONGEST - 1 - digest.length())) + '-' + digest;
  }

  private static String trimmed(String slug) {
    return ENDS.matcher(slug).replaceAll("");
  }

  private static String digest(String slug) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(slug.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
