package org.avance.console;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest states. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String stated =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(no version: not started from its jar)");
    return new String[] {"avance " + stated};
  }
}
