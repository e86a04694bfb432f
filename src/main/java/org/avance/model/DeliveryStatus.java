package org.avance.model;

/** How far a delivery has come. */
public enum DeliveryStatus {
  RECEIVED,
  STAGED,
  JUDGED,
  PUBLISHED,
  REJECTED,
  SUPERSEDED,
  /** Was published and has been taken back; only a rerun loads it again. */
  RETRACTED
}
