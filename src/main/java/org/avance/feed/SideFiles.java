package org.avance.feed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the bytes of a feed's side files lie. */
@FunctionalInterface
public interface SideFiles {
  /** No side file is at hand. */
  SideFiles NONE = name -> Optional.empty();

  /**
   * The file; empty where it is absent.
   *
   * @param name its path below the inbox, as {@link Feed#sideFiles} names it
   */
  Optional<Path> find(String name);

  /** As they lie in an inbox now. */
  static SideFiles below(Path inbox) {
    return name -> Optional.of(inbox.resolve(name)).filter(Files::isRegularFile);
  }
}
