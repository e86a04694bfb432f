package bad.avance.server;

/** A server, for those who must not know it. */
public record Started(int port) {}
