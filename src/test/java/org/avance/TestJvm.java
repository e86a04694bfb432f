package org.avance;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * JVMs of their own for tests, which start in half the time: the tests' classes in one jar, since
 * the JVM shares no classes out of folders, and an archive of the classes that an earlier JVM with
 * the same main class took in, as the launcher's builds make one. Both lie under {@code target} and
 * are kept for as long as the classes are the same.
 */
public final class TestJvm {
  private static final Path FOLDER = Path.of("target", "test-jvm").toAbsolutePath();

  private TestJvm() {}

  /**
   * The command up to its arguments.
   *
   * @param trains whether it may be this one that makes the archive: it must end by itself, and
   *     does so some seconds later
   */
  public static List<String> command(Class<?> main, boolean trains, String... options) {
    String classPath = Packed.CLASS_PATH;
    Path archive = Path.of(Packed.JAR.toString().replace(".jar", "-" + main.getSimpleName()));
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:cds*=off"));
    if (Files.exists(archive)) {
      command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto"));
    } else if (trains) {
      command.add("-XX:ArchiveClassesAtExit=" + part(archive));
    }
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath, main.getName()));
    return command;
  }

  /**
   * To be called when a JVM has ended that was to train: from now on the others share its classes.
   */
  public static void trained(Class<?> main) {
    Path archive = Path.of(Packed.JAR.toString().replace(".jar", "-" + main.getSimpleName()));
    try {
      if (Files.exists(part(archive))) {
        Files.move(part(archive), archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path part(Path archive) {
    return archive.resolveSibling(archive.getFileName() + ".part" + ProcessHandle.current().pid());
  }

  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Made when the first JVM is started. */
  private static final class Packed {
    private static final List<Path> ENTRIES =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::exists)
            .toList();

    static final Path JAR = packed();
    static final String CLASS_PATH = classPath();

    private static String classPath() {
      List<String> entries = new ArrayList<>(List.of(JAR.toString()));
      ENTRIES.stream().filter(Files::isRegularFile).map(Path::toString).forEach(entries::add);
      return String.join(File.pathSeparator, entries);
    }

    private static Path packed() {
      try {
        List<Path> folders = ENTRIES.stream().filter(Files::isDirectory).toList();
        long state = 17;
        for (Path folder : folders) {
          try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
              state = 31 * state + file.toString().hashCode();
              state = 31 * state + Files.getLastModifiedTime(file).toMillis();
            }
          }
        }
        Path jar = FOLDER.resolve(Long.toHexString(state) + ".jar");
        if (!Files.exists(jar)) {
          clear();
          pack(folders, jar);
        }
        return jar;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What earlier classes left. */
    private static void clear() throws IOException {
      Files.createDirectories(FOLDER);
      try (Stream<Path> files = Files.list(FOLDER)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }

    private static void pack(List<Path> folders, Path jar) throws IOException {
      Path part = jar.resolveSibling(jar.getFileName() + ".part");
      Set<String> names = new HashSet<>();
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(part))) {
        out.setLevel(Deflater.NO_COMPRESSION);
        for (Path folder : folders) {
          try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> !each.equals(folder)).toList()) {
              // Folders, too: resources are looked for in them.
              String name = folder.relativize(file) + (Files.isDirectory(file) ? "/" : "");
              if (names.add(name)) {
                out.putNextEntry(new JarEntry(name));
                if (Files.isRegularFile(file)) {
                  Files.copy(file, out);
                }
                out.closeEntry();
              }
            }
          }
        }
      }
      Files.move(part, jar, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
