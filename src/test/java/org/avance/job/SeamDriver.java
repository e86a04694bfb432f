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
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

/**
 * MariaDB's driver with one trap in it: the process dies on the spot at a statement, or at the
 * commit of the transaction that statement is in. So a load can be killed at any seam without the
 * product knowing of it.
 */
final class SeamDriver implements Driver {
  /** Where, seen from the statement. */
  enum When {
    BEFORE_STATEMENT,
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  /** The n-th execution of a statement that contains this text. */
  record Seam(String text, int time, When when) {
    @Override
    public String toString() {
      return text + "#" + time + "#" + when;
    }

    static Seam of(String seam) {
      String[] parts = seam.split("#");
      return new Seam(parts[0], Integer.parseInt(parts[1]), When.valueOf(parts[2]));
    }
  }

  static final int KILLED = 137;

  private final Driver driver;
  private final Seam seam;
  private final AtomicInteger times = new AtomicInteger();

  private SeamDriver(Driver driver, Seam seam) {
    this.driver = driver;
    this.seam = seam;
  }

  /** Takes the place of MariaDB's driver in this process. */
  static void lay(Seam seam, String url) throws SQLException {
    Driver driver = DriverManager.getDriver(url);
    DriverManager.deregisterDriver(driver);
    DriverManager.registerDriver(new SeamDriver(driver, seam));
  }

  @Override
  public Connection connect(String url, Properties properties) throws SQLException {
    Connection connection = driver.connect(url, properties);
    return connection == null ? null : proxy(Connection.class, new Watched(connection));
  }

  /** One connection, and whether the seam lies in its running transaction. */
  private final class Watched implements InvocationHandler {
    private final Connection connection;
    private boolean passed;

    Watched(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("commit")) {
        die(When.BEFORE_COMMIT);
        call(connection, method, arguments);
        die(When.AFTER_COMMIT);
        passed = false;
        return null;
      }
      Object result = call(connection, method, arguments);
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
      boolean here = sql.contains(seam.text()) && times.incrementAndGet() == seam.time();
      passed |= here;
      if (here) {
        die(When.BEFORE_STATEMENT);
      }
      Object result = call(statement, method, arguments);
      if (here && connection.getAutoCommit()) {
        die(When.AFTER_COMMIT);
      }
      return result;
    }

    private void die(When when) {
      if (passed && seam.when() == when) {
        Runtime.getRuntime().halt(KILLED);
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
    return driver.acceptsURL(url);
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
