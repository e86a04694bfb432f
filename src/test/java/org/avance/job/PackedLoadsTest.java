package org.avance.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.avance.extract.container.ZipBytes.deflated;
import static org.avance.extract.container.ZipBytes.gz;
import static org.avance.extract.container.ZipBytes.zeros;
import static org.avance.extract.container.ZipBytes.zip;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.avance.extract.container.TemporaryFiles;
import org.avance.load.Archive;
import org.avance.load.TestWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run over an inbox of packed files, hostile ones among them. */
class PackedLoadsTest {
  private static final String CSV =
      TestLoads.COVERAGE_HEADER + "\nE001,Niñas,Personas,100,90\nE002,Dos,Personas,200,180\n";
  private static final byte[] PLAIN = CSV.getBytes(StandardCharsets.UTF_8);
  private static final byte[] GZ = gz(PLAIN);

  @TempDir private static Path folder;
  private static TestLoads loads;
  private static RunResult result;
  private static final TemporaryFiles TEMPORARY = new TemporaryFiles();

  @BeforeAll
  static void run() throws Exception {
    loads =
        new TestLoads(folder, TestWarehouse.migrated("packed"))
            .feed("packed", TestLoads.COVERAGE)
            .feed("several", TestLoads.COVERAGE, "entry: '.*\\.csv'")
            .file("packed/a-2001.csv", PLAIN)
            .file("packed/b-2002.csv.gz", GZ)
            .file("packed/c-2003.csv.zip", zip(deflated("data/anything.csv", PLAIN)))
            .file("packed/d-2004.csv.zip", zip(deflated("d.csv", zeros(10 << 20))))
            .file("packed/e-2005.csv.zip", zip(deflated("../../e.csv", PLAIN)))
            .file("packed/f-2006.csv.zip", zip(deflated("f.csv", PLAIN).flags(1)))
            .file("packed/g-2007.csv.gz", Arrays.copyOf(GZ, GZ.length - 4))
            .file("packed/h-2008.csv.gz", gz(zip(deflated("h.csv", PLAIN))))
            .file(
                "several/a-2001.csv.zip",
                zip(deflated("leeme.txt", "."), deflated("a.csv", PLAIN)));
    result = loads.result();
  }

  @AfterAll
  static void close() {
    loads.close();
  }

  @Test
  void packed_files_are_published_and_hostile_ones_rejected_by_name() {
    int bomb = deflated("d.csv", zeros(10 << 20)).body().length;
    int times = (10 << 20) / bomb + 1;
    assertThat(TestLoads.shown(result))
        .containsExactly(
            "packed/a-2001.csv PUBLISHED",
            "packed/b-2002.csv.gz PUBLISHED",
            "packed/c-2003.csv.zip PUBLISHED",
            "packed/d-2004.csv.zip REJECTED; expected entry \"d.csv\" to unpack to at most 200 times its packed size, found %d times (10,485,760 bytes of %d,%d); `limits: {ratio: %d}` would allow it"
                .formatted(times, bomb / 1000, bomb % 1000, times),
            "packed/e-2005.csv.zip REJECTED; expected entry names within the zip's own folder, found \"../../e.csv\", a path that leads out of it",
            "packed/f-2006.csv.zip REJECTED; expected a zip without a password, found the encrypted entry \"f.csv\"",
            "packed/g-2007.csv.gz REJECTED; expected the .gz to be whole, found it cut off or damaged",
            "packed/h-2008.csv.gz REJECTED; expected a file that is packed once, found the file in the .gz, which is itself a .zip",
            "several/a-2001.csv.zip PUBLISHED");
  }

  @Test
  void the_same_rows_are_in_the_warehouse_however_they_came() {
    String rows =
        "SELECT programme_code, programme_name, population_code, figure, line FROM v_coverage_history WHERE feed = '%s' AND year = %d ORDER BY 1, 3";
    List<String> plain = loads.rows(rows.formatted("packed", 2001));
    assertThat(plain)
        .containsExactly(
            "E001 | Niñas | SERVED | 90 | 2",
            "E001 | Niñas | TARGET | 100 | 2",
            "E002 | Dos | SERVED | 180 | 3",
            "E002 | Dos | TARGET | 200 | 3");
    assertThat(loads.rows(rows.formatted("packed", 2002))).isEqualTo(plain);
    assertThat(loads.rows(rows.formatted("packed", 2003))).isEqualTo(plain);
    assertThat(loads.rows(rows.formatted("several", 2001))).isEqualTo(plain);
  }

  @Test
  void a_refusal_is_an_issue_of_the_whole_file_with_what_would_be_accepted() {
    assertThat(
            loads.rows(
                "SELECT file_name, code, severity, line, found, accepted FROM v_issues WHERE code <> 'CONTAINER_TOO_LARGE' ORDER BY file_name"))
        .containsExactly(
            "packed/e-2005.csv.zip | CONTAINER_UNSAFE | ERROR | 0 | ../../e.csv | names such as folder/file.csv",
            "packed/f-2006.csv.zip | CONTAINER_ENCRYPTED | ERROR | 0 | f.csv | a zip without a password",
            "packed/g-2007.csv.gz | CONTAINER_BROKEN | ERROR | 0 | EOFException | the file as it was packed",
            "packed/h-2008.csv.gz | CONTAINER_CONTENT | ERROR | 0 |  | the file, or one .gz or .zip of it");
    assertThat(loads.rows("SELECT file_name FROM v_issues WHERE code = 'CONTAINER_TOO_LARGE'"))
        .containsExactly("packed/d-2004.csv.zip");
  }

  @Test
  void the_delivery_is_known_and_kept_by_the_bytes_that_came() throws Exception {
    String digest =
        loads.one("SELECT file_digest FROM v_delivery WHERE file_name = 'packed/b-2002.csv.gz'");
    assertThat(digest).isEqualTo(Archive.digest(folder.resolve("inbox/packed/b-2002.csv.gz")));
    assertThat(new Archive(folder.resolve("archive")).file(digest)).hasBinaryContent(GZ);
  }

  @Test
  void nothing_unpacked_is_left_behind() {
    assertThat(TEMPORARY.left()).isEmpty();
  }
}
