package org.avance.extract.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLReadFeature;

/** Builds the tree of one file from the parser's tokens, by recursive descent. */
final class YamlTree {
  private static final YAMLFactory YAML =
      YAMLFactory.builder().disable(YAMLReadFeature.EMPTY_STRING_AS_NULL).build();

  private final String file;
  private final String text;
  private final List<String> lines;

  YamlTree(String file, String text) {
    this.file = file;
    this.text = text;
    this.lines = text.lines().toList();
  }

  YamlMap read() throws YamlFault {
    try (JsonParser tokens = YAML.createParser(ObjectReadContext.empty(), text)) {
      if (tokens.nextToken() == null) {
        throw new YamlFault(new Place(file, 1, 1), "expected a map, found an empty file");
      }
      YamlNode top = node(tokens);
      if (tokens.nextToken() != null) {
        throw new YamlFault(placeOf(tokens), "expected one document, found the start of another");
      }
      if (top instanceof YamlMap map) {
        return map;
      }
      throw YamlFault.expected("a map at the top", top);
    } catch (JacksonException e) {
      throw notYaml(e);
    }
  }

  private YamlNode node(JsonParser tokens) throws YamlFault {
    Place place = plainPlaceOf(tokens);
    JsonToken token = tokens.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return map(place, tokens);
    }
    return token == JsonToken.START_ARRAY
        ? list(place, tokens)
        : new YamlText(place, tokens.getString());
  }

  private YamlList list(Place place, JsonParser tokens) throws YamlFault {
    List<YamlNode> items = new ArrayList<>();
    while (tokens.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(tokens));
    }
    return new YamlList(place, items);
  }

  private YamlMap map(Place place, JsonParser tokens) throws YamlFault {
    Map<YamlKey, YamlNode> entries = new LinkedHashMap<>();
    Map<String, Place> seen = new LinkedHashMap<>();
    while (tokens.nextToken() != JsonToken.END_OBJECT) {
      YamlKey key = new YamlKey(tokens.currentName(), plainPlaceOf(tokens));
      Place first = seen.putIfAbsent(key.text(), key.place());
      if (first != null) {
        throw new YamlFault(
            key.place(),
            "expected each key once, found `%s` again (first at line %d)"
                .formatted(key.text(), first.line()));
      }
      tokens.nextToken();
      entries.put(key, node(tokens));
    }
    return new YamlMap(place, entries);
  }

  /**
   * The place of the current token, once it is certain that no anchor, alias or tag stands there.
   * The parser does not report them all, but only they can begin a node with these characters.
   */
  private Place plainPlaceOf(JsonParser tokens) throws YamlFault {
    Place place = placeOf(tokens);
    int found = codePointAt(place);
    if (found == '&' || found == '*') {
      throw new YamlFault(
          place,
          "expected a plain value, found an anchor or alias; write the value out, or quote it");
    }
    if (found == '!') {
      throw new YamlFault(place, "expected a plain value, found a tag; leave it out, or quote it");
    }
    return place;
  }

  private int codePointAt(Place place) {
    if (place.line() > lines.size()) {
      return -1;
    }
    return lines
        .get(place.line() - 1)
        .codePoints()
        .skip(place.column() - 1L)
        .findFirst()
        .orElse(-1);
  }

  private Place placeOf(JsonParser tokens) {
    TokenStreamLocation at = tokens.currentTokenLocation();
    return new Place(file, at.getLineNr(), at.getColumnNr());
  }

  private YamlFault notYaml(JacksonException e) {
    if (!(e.getCause() instanceof MarkedYamlEngineException marked)) {
      TokenStreamLocation at = e.getLocation();
      return new YamlFault(
          new Place(file, at == null ? 1 : at.getLineNr(), 1),
          "expected YAML, found a fault: " + e.getOriginalMessage());
    }
    Place place = marked.getProblemMark().map(this::placeOf).orElse(new Place(file, 1, 1));
    if (codePointAt(place) == '\t') {
      return new YamlFault(place, "expected spaces as indentation, found a tab");
    }
    String begun =
        marked
            .getContextMark()
            .map(mark -> " " + marked.getContext() + " from line " + (mark.getLine() + 1))
            .orElse("");
    return new YamlFault(
        place,
        "expected YAML, found a fault at column %d%s: %s"
            .formatted(place.column(), begun, marked.getProblem()));
  }

  private Place placeOf(Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
