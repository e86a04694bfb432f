package org.avance.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OwnUserTest {
  @TempDir private Path folder;

  @Test
  void a_user_without_a_name_is_who_its_files_belong_to() throws Exception {
    assertThat(OwnUser.named("?")).isEqualTo(Files.getOwner(folder).getName());
    assertThat(OwnUser.named("night")).isEqualTo("night");
  }
}
