package org.avance.job;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

/**
 * MariaDB's driver with one trap in it: at a statement, or at the commit of the transaction that
 * statement is in, something happens, once. So a load can be met at any seam without the product
 * knowing of it. {@link #cutOff} is what the server sees of a killed process: all its connections
 * end, and nothing comes from it any more.
 */
final class SeamDriver implements Driver, AutoCloseable {
  /** Where, seen from the statement. */
  enum When {
    BEFORE_STATEMENT,
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  /** The n-th execution of a statement that contains this text. */
  record Seam(String text, int time, When when) {}

  /** What happens at a seam, on the thread that came there. */
  interface Act {
    void at(SeamDriver driver) throws Exception;
  }

  private static final AtomicInteger LAID = new AtomicInteger();
  private static final AtomicInteger OPEN = new AtomicInteger();

  /** Pools that wait as long as they do outside of tests would wait half a minute for nothing. */
  private static final String IN_A_HURRY = "hikaricp.configurationFile";

  private final Driver driver = new org.mariadb.jdbc.Driver();
  private final String prefix = "jdbc:seam" + LAID.incrementAndGet() + ":";
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final Seam seam;
  private final Act act;
  private final AtomicInteger times = new AtomicInteger();
  private volatile boolean passed;
  private volatile boolean cut;

  private SeamDriver(Seam seam, Act act) {
    this.seam = seam;
    this.act = act;
  }

  /** Loads that go {@link #through} it meet the act at the seam, until it is closed. */
  static SeamDriver lay(Seam seam, Act act) throws SQLException {
    SeamDriver laid = new SeamDriver(seam, act);
    DriverManager.registerDriver(laid);
    if (OPEN.getAndIncrement() == 0) {
      System.setProperty(IN_A_HURRY, "/in-a-hurry.properties");
    }
    return laid;
  }

  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(this);
    if (OPEN.decrementAndGet() == 0) {
      System.clearProperty(IN_A_HURRY);
    }
  }

  /** The same database, reached through the trap. */
  Database through(Database database) {
    return new Database(
        prefix + database.jdbcUrl().substring("jdbc:".length()),
        database.warehouse(),
        database.staging(),
        database.owner(),
        database.etl(),
        database.readers());
  }

  /** Whether a load came to the seam. */
  boolean passed() {
    return passed;
  }

  /** What the server calls the open connections. */
  List<Long> connectionIds() {
    return connections.stream()
        .map(connection -> ((org.mariadb.jdbc.Connection) connection).getThreadId())
        .toList();
  }

  /** Ends all connections; no more can be had. */
  void cutOff() throws SQLException {
    cut = true;
    for (Connection connection : connections) {
      connection.abort(Runnable::run);
    }
  }

  private void refuseIfCut() throws SQLException {
    if (cut) {
      throw new SQLNonTransientConnectionException("cut off", "08000");
    }
  }

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    refuseIfCut();
    Connection connection = driver.connect("jdbc:" + url.substring(prefix.length()), properties);
    connections.add(connection);
    return proxy(Connection.class, new Watched(connection));
  }

  /** One connection, and whether the seam lies in its running transaction. */
  private final class Watched implements InvocationHandler {
    private final Connection connection;
    private boolean isHere;

    Watched(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("commit")) {
        meet(When.BEFORE_COMMIT);
        call(connection, method, arguments);
        meet(When.AFTER_COMMIT);
        isHere = false;
        return null;
      }
      Object result = call(connection, method, arguments);
      if (method.getName().equals("close")) {
        connections.remove(connection);
      }
      if (result instanceof Statement statement) {
        String prepared = method.getName().startsWith("prepare") ? (String) arguments[0] : "";
        return proxy(method.getReturnType(), (p, m, a) -> execute(statement, prepared, m, a));
      }
      return result;
    }

    private Object execute(Statement statement, String prepared, Method method, Object[] arguments)
        throws Throwable {
      if (!method.getName().startsWith("execute")) {
        return call(statement, method, arguments);
      }
      String sql = arguments == null || arguments.length == 0 ? prepared : (String) arguments[0];
      boolean seamed = sql.contains(seam.text()) && times.incrementAndGet() == seam.time();
      isHere |= seamed;
      if (seamed) {
        meet(When.BEFORE_STATEMENT);
      }
      Object result = call(statement, method, arguments);
      if (seamed && connection.getAutoCommit()) {
        meet(When.AFTER_COMMIT);
      }
      return result;
    }

    private void meet(When when) throws Exception {
      if (isHere && seam.when() == when) {
        passed = true;
        act.at(SeamDriver.this);
        refuseIfCut();
      }
    }
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    ClassLoader loader = SeamDriver.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return url.startsWith(prefix);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties)
      throws SQLException {
    return driver.getPropertyInfo(url, properties);
  }

  @Override
  public int getMajorVersion() {
    return driver.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return driver.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return driver.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("org.mariadb.jdbc");
  }
}
