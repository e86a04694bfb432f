package org.avance.feed.sheet.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A section of a made-up sheet: how it is printed and what must be read from it.
 *
 * @param heading empty for none
 * @param blocks paragraphs, each to be wrapped, or rows with tabs, never wrapped
 * @param fields what it states
 */
record Part(String heading, List<String> blocks, Map<String, String> fields) {
  Part(String heading) {
    this(heading, new ArrayList<>(), new LinkedHashMap<>());
  }

  Part block(String block) {
    blocks.add(block);
    return this;
  }

  Part field(String name, String value) {
    fields.put(name, value);
    return this;
  }

  /** An issue that must be raised where it holds. */
  Part doubt(boolean holds, String issue) {
    return holds ? field("issue " + issue, "1") : this;
  }

  /** A statement in words without a figure. */
  Part said(String name, String text) {
    return field(name, text).field(name + " figure", "BLANK");
  }
}
