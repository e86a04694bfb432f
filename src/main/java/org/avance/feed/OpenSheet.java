package org.avance.feed;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.avance.extract.RawRow;
import org.avance.extract.sheettext.SheetText;
import org.avance.feed.mapping.Bindings;
import org.avance.feed.mapping.MappedRecord;
import org.avance.feed.sheet.SheetReading;
import org.avance.issue.Issue;
import org.avance.model.Footing;

/** A whole document, read and cut into its records. */
final class OpenSheet implements OpenFile {
  private final SheetText text;
  private final SheetReading reading;
  private final String layout;
  private final Iterator<MappedRecord> ahead;

  OpenSheet(SheetText text, SheetReading reading, String layout) {
    this.text = text;
    this.reading = reading;
    this.layout = layout;
    this.ahead = reading.records().iterator();
  }

  @Override
  public String layout() {
    return layout;
  }

  @Override
  public String sheet() {
    return "";
  }

  @Override
  public List<String> header() {
    return List.of();
  }

  @Override
  public List<String> valueColumns() {
    return reading.valueColumns();
  }

  @Override
  public Bindings bindings() {
    return Bindings.NONE;
  }

  @Override
  public List<Footing.Printed> printedAbove() {
    return List.of();
  }

  @Override
  public List<Footing.Awaited> awaited() {
    return reading.awaited();
  }

  @Override
  public List<Long> pages() {
    return text.pages();
  }

  @Override
  public List<Issue> notes() {
    return reading.issues();
  }

  @Override
  public Optional<RawRow> next() {
    return ahead.hasNext() ? Optional.of(ahead.next().row()) : Optional.empty();
  }

  /** Records are numbered from 1 without a gap. */
  @Override
  public MappedRecord map(RawRow record) {
    return reading.records().get(Math.toIntExact(record.number() - 1));
  }

  @Override
  public void close() {}
}
