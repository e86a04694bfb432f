package org.avance.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.file.FlatFileItemReader;
import org.springframework.batch.infrastructure.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.infrastructure.item.file.transform.DelimitedLineTokenizer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.namedparam.SimplePropertySqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A Spring Batch job as most are written: a flat-file reader, a processor that looks keys up, a
 * JDBC batch writer that upserts, a thousand records a chunk. It drops what it cannot read and
 * keeps no account of it, judges nothing, keeps no state for a restart (its repository is the
 * resourceless one).
 */
@Configuration(proxyBeanMethods = false)
@EnableBatchProcessing
class UsualJob {
  private static final int CHUNK = 1_000;

  /**
   * The one argument is a file of properties: {@code url}, {@code user}, {@code password}, {@code
   * file}.
   */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("bench.peer", arguments[0]);
    try (var context = new AnnotationConfigApplicationContext(UsualJob.class)) {
      JobExecution execution =
          context.getBean(JobOperator.class).start(context.getBean(Job.class), new JobParameters());
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw new WrongResult("the usual job: " + execution.getAllFailureExceptions());
      }
    }
  }

  @Bean
  Properties peer() throws IOException {
    Properties peer = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(System.getProperty("bench.peer")))) {
      peer.load(reader);
    }
    return peer;
  }

  @Bean
  DataSource dataSource(Properties peer) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(peer.getProperty("url"));
    pool.setUsername(peer.getProperty("user"));
    pool.setPassword(peer.getProperty("password"));
    return pool;
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  FlatFileItemReader<UsualRecord> reader(Properties peer) {
    DelimitedLineTokenizer cells = new DelimitedLineTokenizer();
    return new FlatFileItemReaderBuilder<UsualRecord>()
        .name("reader")
        .resource(new FileSystemResource(peer.getProperty("file")))
        .linesToSkip(1)
        .lineMapper((line, number) -> new UsualRecord(number, cells.tokenize(line)))
        .build();
  }

  @Bean
  UsualKeys keys(DataSource dataSource) {
    return UsualKeys.read(JdbcClient.create(dataSource));
  }

  @Bean
  JdbcBatchItemWriter<UsualRow> writer(DataSource dataSource) {
    return new JdbcBatchItemWriterBuilder<UsualRow>()
        .dataSource(dataSource)
        .sql(UsualRow.UPSERT)
        .itemSqlParameterSourceProvider(SimplePropertySqlParameterSource::new)
        .assertUpdates(false)
        .build();
  }

  @Bean
  Step load(
      JobRepository repository,
      PlatformTransactionManager transactions,
      FlatFileItemReader<UsualRecord> reader,
      UsualKeys keys,
      JdbcBatchItemWriter<UsualRow> writer) {
    return new StepBuilder("load", repository)
        .<UsualRecord, UsualRow>chunk(CHUNK)
        .transactionManager(transactions)
        .reader(reader)
        .processor(keys::rowOf)
        .writer(writer)
        .build();
  }

  @Bean
  Job job(JobRepository repository, Step load) {
    return new JobBuilder("usual", repository).start(load).build();
  }
}
