package org.avance.monitor;

/** A message was not taken; the message says by whom and why. */
final class ChannelFailure extends Exception {
  private static final long serialVersionUID = 1L;

  ChannelFailure(String message, Throwable cause) {
    super(message, cause);
  }

  ChannelFailure(String message) {
    super(message);
  }
}
