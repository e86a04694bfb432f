package bad.avance.job;

import org.springframework.beans.factory.annotation.Autowired;

/** A field that only Spring can fill. */
public final class InjectsFields {
  @Autowired private String name = "";

  public String name() {
    return name;
  }
}
