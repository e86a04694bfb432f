package bad.avance.console;

import bad.avance.server.Started;

/** The server is for operate alone. */
public interface KnowsServer {
  Started server();
}
