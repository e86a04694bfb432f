package org.avance.monitor;

/** A way by which messages reach somebody. */
interface Channel {
  /** A word: {@code mail}, {@code webhook}. */
  String name();

  /** Where messages go, without what is secret. */
  String target();

  /**
   * Sends one.
   *
   * @throws ChannelFailure where it was not taken; the message says why
   */
  void send(Message message) throws ChannelFailure;
}
