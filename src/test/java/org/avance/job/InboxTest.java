package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may write into the inbox can neither have other files read nor hide one by its name. */
final class InboxTest {
  private static final String LEADS_OUT =
      ": can't be read (the link leads out of the inbox; put the file itself there, or mount the folder)";

  @TempDir private Path folder;
  private Path inbox;

  @BeforeEach
  void inbox() throws IOException {
    inbox = Files.createDirectories(folder.resolve("inbox/feed"));
    inbox = folder.resolve("inbox");
  }

  private static Path write(Path file) throws IOException {
    return Files.writeString(file, "a,b\n1,2\n");
  }

  private static List<String> names(Path inbox) {
    return new Inbox(inbox).list().files().stream().map(Inbox.Found::name).sorted().toList();
  }

  @Test
  void a_link_that_leads_out_is_refused_by_its_name() throws Exception {
    Path secret = write(folder.resolve("secret.csv"));
    Files.createDirectories(folder.resolve("other"));
    write(folder.resolve("other/of-another.csv"));
    Files.createSymbolicLink(inbox.resolve("feed/absolute.csv"), secret);
    Files.createSymbolicLink(inbox.resolve("feed/relative.csv"), Path.of("../../secret.csv"));
    Files.createSymbolicLink(inbox.resolve("feed/no-data"), secret);
    Files.createSymbolicLink(inbox.resolve("folder"), folder.resolve("other"));
    Files.createSymbolicLink(inbox.resolve("feed/first.csv"), Path.of("absolute.csv"));
    assertThat(names(inbox)).isEmpty();
    assertThat(new Inbox(inbox).list().unreadable())
        .containsExactlyInAnyOrder(
            "feed/absolute.csv" + LEADS_OUT,
            "feed/relative.csv" + LEADS_OUT,
            "feed/no-data" + LEADS_OUT,
            "feed/first.csv" + LEADS_OUT,
            "folder" + LEADS_OUT);
  }

  @Test
  void a_link_within_the_inbox_and_the_inbox_as_a_link_are_followed() throws Exception {
    write(inbox.resolve("feed/2019.csv"));
    Files.createSymbolicLink(inbox.resolve("feed/latest.csv"), Path.of("2019.csv"));
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), inbox);
    for (Path root : List.of(inbox, linked)) {
      assertThat(names(root)).containsExactly("feed/2019.csv", "feed/latest.csv");
      assertThat(new Inbox(root).list().unreadable()).isEmpty();
    }
  }

  @Test
  void odd_names_are_names_like_others() throws Exception {
    List<String> odd =
        List.of(
            "feed/--help.csv",
            "feed/-rf.csv",
            "feed/..2019..csv",
            "feed/; rm -rf $HOME `id`.csv",
            "feed/a\nb.csv",
            "feed/a\u001b[2J.csv",
            "feed/'\"\\.csv");
    for (String name : odd) {
      write(inbox.resolve(name));
    }
    assertThat(names(inbox)).containsExactlyInAnyOrderElementsOf(odd);
  }

  @Test
  void a_path_longer_than_the_register_keeps_is_refused_by_its_name() throws Exception {
    Path deep = inbox;
    for (int i = 0; i < 2; i++) {
      deep = Files.createDirectories(deep.resolve("f".repeat(200)));
    }
    Path fits = write(deep.resolve("x".repeat(94) + ".csv"));
    Path tooLong = write(deep.resolve("x".repeat(95) + ".csv"));
    assertThat(names(inbox)).containsExactly(inbox.relativize(fits).toString());
    assertThat(new Inbox(inbox).list().unreadable())
        .containsExactly(
            inbox.relativize(tooLong)
                + ": can't be read (its path below the inbox is 501 characters long; expected at most 500)");
  }
}
