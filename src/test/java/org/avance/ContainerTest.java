package org.avance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the container file can be held without a container. */
final class ContainerTest {
  private static final Path FILE = Path.of("docs/Containerfile");

  @TempDir private Path folder;

  @Test
  void the_build_has_all_that_maven_reads_and_the_ignore_file_lets_it_through() throws Exception {
    List<String> copied =
        Files.readAllLines(FILE).stream()
            .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
            .map(line -> line.split(" ", -1)[1])
            .sorted()
            .toList();
    List<String> seen =
        Files.readAllLines(Path.of(".dockerignore")).stream()
            .filter(line -> line.startsWith("!"))
            .map(line -> line.substring(1))
            .sorted()
            .toList();

    assertThat(copied).containsExactly(".mvn", "jobs", "pom.xml", "sql", "src").isEqualTo(seen);
    assertThat(copied).allSatisfy(name -> assertThat(Path.of(name)).exists());
  }

  @Test
  void its_script_hands_every_word_to_java_which_takes_its_place() throws Exception {
    Path script = folder.resolve("avance");
    Matcher printf =
        Pattern.compile("(?s)RUN (printf .*?) \\\\\n  >/usr/local/bin/avance")
            .matcher(Files.readString(FILE));
    assertThat(printf.find()).isTrue();
    said("sh", "-c", printf.group(1) + " > \"$0\"; chmod +x \"$0\"", script.toString());
    Path java = folder.resolve("java");
    Files.writeString(java, "#!/bin/sh\necho $$; printf '<%s>' \"$@\"\n");
    said("chmod", "+x", java.toString());

    String said =
        said(
            "sh",
            "-c",
            "PATH=\"$0:$PATH\" AVANCE_JAVA_OPTS='-Xmx1g -ea'; export PATH AVANCE_JAVA_OPTS; echo $$; exec \"$1\" query 'a b'",
            folder.toString(),
            script.toString());

    List<String> lines = said.lines().toList();
    assertThat(lines.get(1)).isEqualTo(lines.get(0));
    assertThat(lines.get(2))
        .endsWith(
            "<-Xmx1g><-ea><-Davance.checkout=/opt/avance><-jar></opt/avance/avance.jar><query><a b>");
  }

  private static String said(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(Stream.of(command).toList()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
