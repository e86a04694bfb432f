package org.avance.extract.xlsx;

import java.io.CharConversionException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.avance.extract.container.RefusedStream;
import org.avance.issue.RefusedFile;

/**
 * An XML part of a workbook, read forwards. A document type is refused where it stands, before it
 * could mean anything; names are told without their namespaces, of which there are two families.
 */
final class XmlPart implements Closeable {
  private static final XMLInputFactory FACTORY = factory();

  private final String name;
  private final InputStream in;
  private final XMLStreamReader xml;

  private XmlPart(String name, InputStream in, XMLStreamReader xml) {
    this.name = name;
    this.in = in;
    this.xml = xml;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /**
   * @param name of the part, for messages
   * @param in closed with the part, and where it can't be opened
   */
  static XmlPart open(String name, InputStream in) throws IOException, RefusedFile {
    try {
      return new XmlPart(name, in, FACTORY.createXMLStreamReader(in));
    } catch (XMLStreamException e) {
      in.close();
      throw refused(name, e);
    }
  }

  /** Moves to the next start or end of an element; false at the part's end. */
  boolean next() throws IOException, RefusedFile {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw Refusals.doctype(name);
        }
        if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException e) {
      throw refused(name, e);
    }
  }

  boolean starts(String element) {
    return xml.isStartElement() && xml.getLocalName().equals(element);
  }

  boolean ends(String element) {
    return xml.isEndElement() && xml.getLocalName().equals(element);
  }

  /** An attribute of the element that starts here, whatever its namespace. */
  Optional<String> attribute(String attribute) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(attribute)) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }

  /** An attribute that is a whole number. */
  Optional<Integer> number(String attribute) throws RefusedFile {
    Optional<String> text = attribute(attribute);
    return text.isEmpty() ? Optional.empty() : Optional.of(number(attribute, text.get()));
  }

  private int number(String attribute, String text) throws RefusedFile {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw damaged("a whole number as the attribute " + attribute, "\"" + text + "\"");
    }
  }

  /** The text up to the end of the element that starts here. */
  String text() throws IOException, RefusedFile {
    try {
      return xml.getElementText();
    } catch (XMLStreamException e) {
      throw refused(name, e);
    }
  }

  RefusedFile damaged(String expected, String found) {
    return Refusals.damaged("expected %s in %s, found %s".formatted(expected, name, found));
  }

  private static RefusedFile refused(String name, XMLStreamException e) throws IOException {
    Throwable cause = e.getNestedException() == null ? e : e.getNestedException();
    Optional<RefusedFile> byTheArchive = RefusedStream.findIn(cause);
    if (byTheArchive.isPresent()) {
      return byTheArchive.get();
    }
    if (cause instanceof IOException io && !(io instanceof CharConversionException)) {
      throw io;
    }
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
    return Refusals.damaged(
        "expected XML in %s, found what is none in its line %d".formatted(name, line));
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      in.close();
    }
  }
}
