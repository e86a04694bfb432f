package org.avance.job;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Spring Batch as Boot sets it up: job repository in the warehouse, one transaction manager over
 * repository and staging. No job is a bean: each load builds its own.
 */
final class BatchContext implements AutoCloseable {
  private static final Map<String, Object> PROPERTIES =
      Map.of(
          // Only a load launches a job.
          "spring.batch.job.enabled", "false",
          // The tables come from Flyway; the loading account may not create any.
          "spring.batch.jdbc.initialize-schema", "never",
          // Two launchers die of each other's locks under the default, SERIALIZABLE.
          "spring.batch.jdbc.isolation-level-for-create", "read_committed",
          // Migrations have run before, as the owner.
          "spring.flyway.enabled", "false",
          "spring.main.lazy-initialization", "true");

  private final ConfigurableApplicationContext context;
  private final HikariDataSource pool;

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Configuration {}

  BatchContext(Database database, int loads) {
    pool = database.pool(loads);
    context =
        new SpringApplicationBuilder(Configuration.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .properties(PROPERTIES)
            .initializers(
                c -> ((GenericApplicationContext) c).registerBean(DataSource.class, () -> pool))
            .run();
  }

  DataSource pool() {
    return pool;
  }

  JobRepository jobs() {
    return context.getBean(JobRepository.class);
  }

  JobOperator operator() {
    return context.getBean(JobOperator.class);
  }

  PlatformTransactionManager transactions() {
    return context.getBean(PlatformTransactionManager.class);
  }

  @Override
  public void close() {
    context.close();
    pool.close();
  }
}
