package org.avance.monitor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Small pages for machines that look after this one: {@code /health}, {@code /ready}, {@code
 * /metrics}, {@code /info}. They only read, and say nothing secret.
 */
public final class StatusPages implements LoadWatch {
  private static final Logger LOG = LoggerFactory.getLogger(StatusPages.class);
  private static final int THREADS = 3;
  private static final int QUEUE = 20;
  private static final String JSON = "application/json; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<String, Supplier<Page>> pages;

  /** What is answered. */
  private record Page(int status, String type, String body) {
    static Page json(int status, Object body) {
      return new Page(status, JSON, JsonMapper.shared().writeValueAsString(body) + "\n");
    }
  }

  private StatusPages(HttpServer server, Map<String, Supplier<Page>> pages) {
    this.server = server;
    this.pages = pages;
    this.threads = Executors.newFixedThreadPool(THREADS, StatusPages::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "avance-http");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Opens them.
   *
   * @throws WrongSetting where the address is taken, or is none of this machine
   */
  public static StatusPages open(
      InetSocketAddress bind, Readiness readiness, Metrics metrics, About about) {
    Map<String, Supplier<Page>> pages = new TreeMap<>();
    pages.put("/health", () -> Page.json(200, Map.of("status", "up")));
    pages.put("/ready", () -> ready(readiness.now()));
    pages.put("/metrics", () -> new Page(200, PROMETHEUS, metrics.scrape()));
    pages.put("/info", () -> Page.json(200, about));
    limitSlowClients();
    try {
      StatusPages opened = new StatusPages(HttpServer.create(bind, QUEUE), pages);
      opened.start();
      return opened;
    } catch (IOException taken) {
      throw new WrongSetting(
          "%s: %s:%d can't be listened on: %s. Say another address and port, or none; where `./avance serve` runs already, one is enough."
              .formatted(
                  HttpBind.VARIABLE, bind.getHostString(), bind.getPort(), taken.getMessage()));
    }
  }

  /** The JDK's server waits for ever unless it is told otherwise, and only at its first use. */
  private static void limitSlowClients() {
    for (String limit :
        new String[] {"sun.net.httpserver.maxReqTime", "sun.net.httpserver.maxRspTime"}) {
      if (System.getProperty(limit) == null) {
        System.setProperty(limit, "10");
      }
    }
  }

  private static Page ready(Readiness.State state) {
    return Page.json(state.ready() ? 200 : 503, state);
  }

  private void start() {
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** Where they are, with the port that the machine chose where 0 was asked for. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      boolean head = method.equals("HEAD");
      Page page = head || method.equals("GET") ? page(exchange) : wrongMethod(exchange);
      byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", page.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      if (head) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      }
      exchange.sendResponseHeaders(page.status(), head ? -1 : body.length);
      if (!head) {
        try (OutputStream out = exchange.getResponseBody()) {
          out.write(body);
        }
      }
    }
  }

  private Page page(HttpExchange exchange) {
    Supplier<Page> page = pages.get(exchange.getRequestURI().getPath());
    if (page == null) {
      return new Page(404, TEXT, "There are " + String.join(", ", pages.keySet()) + ".\n");
    }
    try {
      return page.get();
    } catch (RuntimeException failed) {
      LOG.warn("a page could not be made", failed);
      return new Page(500, TEXT, "This page could not be made; the log says why.\n");
    }
  }

  private static Page wrongMethod(HttpExchange exchange) {
    exchange.getResponseHeaders().set("Allow", "GET, HEAD");
    return new Page(405, TEXT, "These pages are only read: GET or HEAD.\n");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
