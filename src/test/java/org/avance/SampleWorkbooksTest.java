package org.avance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SampleWorkbooksTest {

  @Test
  void the_workbooks_of_sample_input_are_what_their_texts_say() throws Exception {
    for (Map.Entry<Path, Path> each : SampleWorkbooks.TEXTS.entrySet()) {
      assertThat(unzipped(each.getKey()))
          .isEqualTo(SampleWorkbooks.parts(Files.readString(each.getValue())));
    }
  }

  private static Map<String, String> unzipped(Path workbook) throws Exception {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }
}
