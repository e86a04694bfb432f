package org.avance.job;

import org.avance.load.Publisher;

/** Step 5: staging becomes history, in one transaction on the connection that owns the feed. */
final class Publish {
  private final Load load;

  Publish(Load load) {
    this.load = load;
  }

  void run() {
    load.ownership().onWait(whose -> load.say(Held.TURN + whose));
    new Publisher(load.ownership(), load.database().single(), load.database().staging())
        .publish(load.delivery().id(), load.feed().kinds(), load.feed().trust().sameKey());
  }
}
