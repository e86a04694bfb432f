package org.avance.server;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A process that uses the server: told by a first line it joins and says on which port, told by a
 * second one it leaves. So several can be let go at once.
 */
final class JoiningMain {
  private JoiningMain() {}

  public static void main(String[] arguments) throws Exception {
    BufferedReader told =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    told.readLine();
    long start = System.nanoTime();
    ServerSettings settings =
        new ServerSettings.Embedded(Path.of(arguments[0]), Path.of(arguments[1]));
    try (WarehouseServer server = WarehouseServer.join(settings)) {
      server.onInterrupt(() -> System.out.println("interrupted"));
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.println("joined " + server.endpoint().port() + " after " + millis + " ms");
      told.readLine();
    } catch (ServerFailure failure) {
      System.out.println(failure.getMessage());
      System.exit(1);
    }
    System.out.println("left");
    System.exit(0);
  }
}
