package org.avance.model;

/** Deviation from a goal ("semáforo"). */
public enum TrafficLight {
  GREEN("Verde"),
  YELLOW("Amarillo"),
  /** Far below the goal, or so far above it that it was badly planned. */
  RED("Rojo"),
  GREY("Sin dato");

  private final String officialLabel;

  TrafficLight(String officialLabel) {
    this.officialLabel = officialLabel;
  }

  /** As agencies print it. */
  public String officialLabel() {
    return officialLabel;
  }
}
