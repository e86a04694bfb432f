package org.avance.extract.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A container's bytes, as its decompressor reads them. A fault of the disk passes the decompressor
 * unchecked, so that every {@link IOException} out of it is one of the bytes. A zip's directory is
 * read on a budget: millions of entries would otherwise fill the memory before they are counted.
 */
final class DiskBytes implements SeekableByteChannel {
  private final SeekableByteChannel channel;
  private long budget;

  private DiskBytes(SeekableByteChannel channel, long budget) {
    this.channel = channel;
    this.budget = budget;
  }

  static DiskBytes open(Path file, long budget) throws IOException {
    return new DiskBytes(Files.newByteChannel(file), budget);
  }

  void endBudget() {
    budget = Long.MAX_VALUE;
  }

  boolean isOverBudget() {
    return budget < 0;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    budget -= into.remaining();
    if (isOverBudget()) {
      throw new IOException("the directory is longer than its budget");
    }
    try {
      return channel.read(into);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return channel.write(from);
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long to) throws IOException {
    channel.position(to);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    return channel.truncate(size);
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
