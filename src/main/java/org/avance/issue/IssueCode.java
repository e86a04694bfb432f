package org.avance.issue;

/**
 * Every kind of fault, with its severity, one sentence that says what it is, and what the operator
 * can do. The names are a public contract: they stand in tables, tests and messages.
 */
public enum IssueCode {
  // The file as a whole: the delivery is rejected.
  FILE_EMPTY(
      Severity.ERROR,
      "The file has no bytes, or no record under its header.",
      "Ask the agency to send it again."),
  ENCODING_MISMATCH(
      Severity.ERROR,
      "Bytes that the encoding of the file can't hold.",
      "Correct `encoding` in the descriptor, or ask for the file in the agreed encoding."),
  HEADER_NOT_FOUND(
      Severity.ERROR,
      "No row holds the header that the descriptor describes.",
      "Compare the header found with the descriptor; add a layout if the agency changed it."),
  HEADER_DUPLICATE(
      Severity.ERROR,
      "Two columns that the descriptor uses bear the same name.",
      "Ask the agency which is meant; rename one."),
  LAYOUT_UNKNOWN(
      Severity.ERROR,
      "The file matches none of the feed's layouts.",
      "Add a layout to the descriptor."),
  FILE_NAME_UNREADABLE(
      Severity.ERROR,
      "The file name does not state what the descriptor takes from it.",
      "Rename the file as the descriptor expects, or correct the pattern."),
  QUOTE_UNBALANCED(
      Severity.ERROR,
      "A quote is opened and never closed, or closed in mid-cell: rows would be swallowed.",
      "Mend the quote at the line named, or set `quoteChar` to what the file uses."),
  RECORD_TOO_LONG(
      Severity.ERROR,
      "A record is longer than the feed allows.",
      "Check delimiter and quotes at the line named, or raise `maxRecordChars`."),
  NUL_BYTE(
      Severity.ERROR,
      "A NUL byte in the text.",
      "Ask for the file as text, or correct `encoding` (UTF-16?)."),
  CONTAINER_ENCRYPTED(
      Severity.ERROR,
      "A zip opens with a password only.",
      "Ask the agency for it without a password."),
  CONTAINER_TOO_LARGE(
      Severity.ERROR,
      "A compressed file unpacks to more than the feed allows, or has more entries.",
      "Look whether the agency means it; if so, raise the setting that the message names."),
  CONTAINER_UNSAFE(
      Severity.ERROR,
      "A zip's entries bear names that lead out of its folder, or share names or bytes.",
      "Do not unpack it by hand; ask the agency how it was made."),
  CONTAINER_BROKEN(
      Severity.ERROR,
      "A compressed file is cut off, damaged or packed by an unknown method.",
      "Ask the agency to send it again, as a plain .zip or .gz."),
  CONTAINER_CONTENT(
      Severity.ERROR,
      "A compressed file does not hold just one file of the feed.",
      "Name the file with `entry` in the descriptor, or ask for one file in each zip."),
  NOT_A_DOCUMENT(
      Severity.ERROR,
      "A feed of documents was sent another kind of file.",
      "Ask for the document as text, HTML or PDF; or correct `files` in the descriptor."),
  DOCUMENT_BROKEN(
      Severity.ERROR,
      "A document is damaged: its text can't be read to the end.",
      "Ask the agency to send it again."),
  DOCUMENT_ENCRYPTED(
      Severity.ERROR,
      "A document opens with a password only.",
      "Ask the agency for it without a password."),
  NO_TEXT_LAYER(
      Severity.ERROR,
      "A PDF of images only: a scan without text.",
      "Ask the agency for the PDF as its program wrote it."),
  DOCUMENT_TOO_LARGE(
      Severity.ERROR,
      "A document has more bytes, pages or lines than any sheet needs, or a longer line.",
      "Look whether it is one sheet; send its parts as files of their own."),
  SHEET_UNIDENTIFIED(
      Severity.ERROR,
      "A document does not say whose it is, or of which year.",
      "Ask the agency for the whole document; or give its programme a code in `sheet: {programmes}`."),
  FORMAT_UNEXPECTED(
      Severity.ERROR,
      "The file is of another format than the descriptor says.",
      "Correct `format` in the descriptor, or ask the agency for the agreed format."),
  WORKBOOK_DAMAGED(
      Severity.ERROR,
      "A workbook does not hold what a workbook must hold.",
      "Open it in a spreadsheet program, save it anew, or ask the agency to send it again."),
  WORKBOOK_ENCRYPTED(
      Severity.ERROR,
      "A workbook opens with a password only.",
      "Ask the agency for it without a password."),
  DOCTYPE_REFUSED(
      Severity.ERROR,
      "A part of the workbook declares a document type, as no spreadsheet program does.",
      "Ask who sent it what it is; save it anew in a spreadsheet program."),
  WORKSHEET_NOT_FOUND(
      Severity.ERROR,
      "The workbook has no worksheet such as the descriptor describes.",
      "Compare the names found with `worksheet`; or look for the header."),
  SIDE_FILE_UNREADABLE(
      Severity.ERROR,
      "A side file of a lookup is not as the descriptor describes it.",
      "Mend the side file or the lookup; the delivery falls due again when either changes."),
  SIDE_FILE_AMBIGUOUS(
      Severity.ERROR,
      "A side file states different values for the same key.",
      "Ask the agency which holds, or name another column in the lookup's `key`."),

  // One record: it goes to quarantine.
  COLUMN_COUNT(
      Severity.ERROR,
      "A record has more or fewer cells than the header.",
      "Look for a stray delimiter; set `raggedRows` if the agency drops trailing cells."),
  VALUE_REQUIRED(
      Severity.ERROR,
      "A value that the fact can't do without is blank.",
      "Ask the agency for it, or give a constant in the descriptor."),
  PATTERN_MISMATCH(
      Severity.ERROR,
      "A cell is not of the pattern that the descriptor describes.",
      "Mend the cell, or widen the pattern."),
  VALUE_NOT_MAPPED(
      Severity.ERROR,
      "A cell holds a word that the descriptor's value map does not know.",
      "Add the word to `valueMap`."),
  NUMBER_UNREADABLE(
      Severity.ERROR,
      "A cell that should be a number is not one in the feed's number style.",
      "Mend the cell; or add the word to `missingValues`; or correct the number style."),
  NUMBER_TOO_LARGE(
      Severity.ERROR,
      "A number has more than 20 digits before the decimal point.",
      "Mend the cell."),
  NEGATIVE_COUNT(Severity.ERROR, "A population is negative.", "Ask the agency for the figure."),
  YEAR_IMPLAUSIBLE(Severity.ERROR, "A year is outside 1900 to 2100.", "Mend the cell."),
  GEOGRAPHY_UNKNOWN(
      Severity.ERROR,
      "A place code that is no INEGI code and no special member.",
      "Add the code to `valueMap`."),
  CODE_TOO_LONG(
      Severity.ERROR,
      "A code or key is longer than the warehouse holds; cut, it could become another one.",
      "Mend the cell; or take the code out of it with `pattern`."),
  KEY_CONFLICT(
      Severity.ERROR,
      "Two records state different values for the same key.",
      "Ask the agency which holds; or set `sameKey: number` if both do."),
  LOOKUP_NO_PARTNER(
      Severity.ERROR,
      "A record's key is in none of the lookup's side files.",
      "Complete the side file; or set `noPartner: blank` if the record is to be loaded without."),
  PLACES_IMPLAUSIBLE(
      Severity.ERROR,
      "More states, municipalities or localities were served than the country has.",
      "Ask the agency for the figure."),
  AMOUNT_TERMS_UNSTATED(
      Severity.ERROR,
      "A document does not say in whose prices, in which unit of money or in which column its amounts are.",
      "Ask the agency; no basis is ever assumed."),

  // Loaded and flagged.
  FIGURE_ROUNDED(
      Severity.WARNING,
      "A figure has more than 10 decimals and was rounded.",
      "Nothing, unless the decimals matter."),
  TEXT_SHORTENED(
      Severity.WARNING,
      "A text is longer than its column and was cut.",
      "Nothing, unless the whole text matters."),
  FRACTIONAL_COUNT(
      Severity.WARNING,
      "A count of persons or households has a fraction.",
      "Ask the agency whether the unit is right."),
  KEY_NUMBERED(
      Severity.WARNING,
      "Several records share a key: they are kept under ordinals, out of trends.",
      "Name what tells them apart in the descriptor, if the file does."),
  TARGET_ZERO(
      Severity.WARNING,
      "A goal is 0: nothing can be held against it, so there is no compliance and no traffic light.",
      "Ask the agency whether a goal was set."),
  CLASS_UNKNOWN(
      Severity.WARNING,
      "A printed class is none that Avance knows; it is kept as printed and not compared.",
      "Correct the label with `valueMap`, if it is another spelling of a known one."),
  CLASS_MISMATCH(
      Severity.WARNING,
      "A printed class is not the one that the rulebook makes of the figures; both are kept.",
      "Ask the agency; or look whether the rulebook's provisional thresholds are theirs."),
  CLASSES_IMPLAUSIBLE(
      Severity.WARNING,
      "The outcome of the intermediate goal and the six-year progress hardly go together.",
      "Ask the agency which of the two holds."),
  ASSIGNMENT_AMBIGUOUS(
      Severity.WARNING,
      "A sheet prints fewer or more labels than there are indicators: whose they are is not certain.",
      "Ask the agency whose they are. They are kept as printed with each that they could belong to."),
  QUALITY_MISMATCH(
      Severity.WARNING,
      "An indicator's printed class of quality is not the one that its criteria lead to expect.",
      "Ask the agency which of the two holds."),
  DIRECTION_DOUBTFUL(
      Severity.WARNING,
      "An indicator's printed direction does not go with what its sheet says otherwise of it.",
      "Ask the agency for the direction: with another one all its classes are others."),
  RATIO_MISMATCH(
      Severity.WARNING,
      "A printed ratio is not the one that the printed figures make.",
      "Ask the agency which of them holds."),
  SHEET_PART_LACKING(
      Severity.WARNING,
      "A document lacks a part that others of its family have.",
      "Ask the agency whether it is complete."),
  TOTAL_NOT_COMPARED(
      Severity.WARNING,
      "A printed total can't be held against its parts: some of them are not printed.",
      "Ask the agency for what is lacking."),
  INDICATOR_MAYBE_RENAMED(
      Severity.INFO,
      "A new indicator resembles one that is no longer stated; they are kept as two.",
      "If it is the same one, state its `previousIndicator`."),
  UNKNOWN_PLACE_NAME(
      Severity.WARNING,
      "A municipality that the catalogue does not hold was added without a name.",
      "Check the code against INEGI's catalogue."),
  LOOKUP_LEFT_BLANK(
      Severity.WARNING,
      "A record's key is in none of the lookup's side files; what it would take is left blank.",
      "Complete the side file, if what is blank matters."),
  DATE_UNREADABLE(
      Severity.WARNING,
      "A printed cut-off date could not be read; the fact is loaded without one.",
      "Nothing, unless the date matters."),
  MOJIBAKE(
      Severity.WARNING,
      "Text was read, here or before the agency sent it, in another encoding than it was written in.",
      "Correct `encoding` in the descriptor; or ask the agency for the text as it was written."),
  FORMULA_WITHOUT_VALUE(
      Severity.WARNING,
      "Cells hold a formula but no value; they were read as blank.",
      "Ask the agency for the workbook as a spreadsheet program saves it."),
  NOT_ENDED(
      Severity.WARNING,
      "Figures that the delivery lacks are kept, for they may stand in its quarantined records.",
      "Mend what is in quarantine; a delivery without quarantine ends what it no longer states."),
  ROW_COUNT_CHANGED(
      Severity.WARNING,
      "The delivery has many more or fewer records than the last one.",
      "Ask the agency whether it is complete."),
  STATEMENT_UNREAD(
      Severity.WARNING,
      "A sentence, a list or a name is in none of the forms that are read; what it states is missing.",
      "Look it up in the document; a form that comes again can be added to the layout."),
  PERCENT_IMPLAUSIBLE(
      Severity.WARNING,
      "A percentage done is below 0 or above 100; it is kept as printed.",
      "Ask the agency for the figure."),
  POPULATION_NOT_DEFINABLE(
      Severity.WARNING,
      "A document says that a population can't be defined or counted, and yet prints it.",
      "Nothing; the figure carries the caveat."),
  SEXES_DO_NOT_ADD_UP(
      Severity.WARNING,
      "Men and women served do not add up to the persons served.",
      "Ask the agency whether persons of unknown sex were served."),
  PLACES_OUT_OF_ORDER(
      Severity.WARNING,
      "Fewer municipalities than states were served, or fewer localities than municipalities.",
      "Ask the agency for the figures."),
  LETTER_FOREIGN(
      Severity.WARNING,
      "An item's letter does not belong under its section's title; the item is what its letter says.",
      "Look at the item; ask the agency where it belongs."),

  // Worth knowing.
  INVISIBLE_CHARACTERS(
      Severity.INFO, "Invisible characters were removed from a number.", "Nothing."),
  NARRATIVE_DISAGREES(
      Severity.INFO,
      "A document says in a sentence what its own figures do not bear out.",
      "Go by the figures."),
  CLASS_REDEFINED(
      Severity.INFO,
      "A footnote gives a printed class another meaning than its label has.",
      "Keep to the footnote where you read the class."),
  POPULATION_COUNTED_TWICE(
      Severity.INFO,
      "A document says that one person may be counted more than once in a population.",
      "Nothing; the figure carries the caveat."),
  HIDDEN_WORKSHEETS(
      Severity.INFO,
      "The workbook has hidden worksheets, which were not read.",
      "Nothing; or name the one to read with `worksheet`."),
  LABEL_ALIAS(
      Severity.INFO,
      "A label was read as another one, by the descriptor's aliases or as a spelling known of sheets.",
      "Nothing, unless the two labels differ in meaning: then take the alias out."),
  DUPLICATE_MERGED(
      Severity.INFO,
      "A record repeats an earlier one to the letter and was counted once.",
      "Nothing.");

  private final Severity severity;
  private final String sentence;
  private final String remedy;

  IssueCode(Severity severity, String sentence, String remedy) {
    this.severity = severity;
    this.sentence = sentence;
    this.remedy = remedy;
  }

  public Severity severity() {
    return severity;
  }

  public String sentence() {
    return sentence;
  }

  public String remedy() {
    return remedy;
  }
}
