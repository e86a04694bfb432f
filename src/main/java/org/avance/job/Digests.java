package org.avance.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.avance.load.Archive;

/**
 * Digests of the inbox's files, each read once in a run though a run looks more than once. One that
 * was written meanwhile is read again; should its time not tell, archiving it does.
 */
final class Digests {
  private record Seen(long bytes, FileTime written, String digest) {}

  private final Map<Path, Seen> seen = new ConcurrentHashMap<>();

  String of(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    Seen before = seen.get(file);
    if (before != null
        && before.bytes == now.size()
        && before.written.equals(now.lastModifiedTime())) {
      return before.digest;
    }
    String digest = Archive.digest(file);
    seen.put(file, new Seen(now.size(), now.lastModifiedTime(), digest));
    return digest;
  }
}
