package org.avance.extract.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.avance.issue.RefusedFile;

/**
 * What the parts of a workbook have to do with one another. Links out of the workbook are left out:
 * nothing follows them.
 */
record Relations(List<Relation> all) {
  Relations {
    all = List.copyOf(all);
  }

  /**
   * @param type its last word: {@code worksheet}
   * @param part name of the other part in the archive
   */
  record Relation(String id, String type, String part) {}

  /**
   * Reads the relations of a part.
   *
   * @param folder of that part, to which targets are relative; empty for the archive's root
   */
  static Relations read(XmlPart xml, String folder) throws IOException, RefusedFile {
    List<Relation> all = new ArrayList<>();
    while (xml.next()) {
      boolean external =
          xml.starts("Relationship")
              && xml.attribute("TargetMode").orElse("").equalsIgnoreCase("External");
      if (xml.starts("Relationship") && !external) {
        all.add(
            new Relation(
                xml.attribute("Id").orElse(""),
                xml.attribute("Type").orElse("").replaceFirst(".*/", ""),
                resolved(folder, xml.attribute("Target").orElse(""))));
      }
    }
    return new Relations(all);
  }

  private static String resolved(String folder, String target) {
    String plain = target.replace('\\', '/');
    List<String> steps = new ArrayList<>();
    for (String step : (plain.startsWith("/") ? plain : folder + "/" + plain).split("/", -1)) {
      if (step.equals("..") && !steps.isEmpty()) {
        steps.remove(steps.size() - 1);
      } else if (!step.isEmpty() && !step.startsWith(".")) {
        steps.add(step);
      }
    }
    return String.join("/", steps);
  }

  /** The part of the first relation of a type. */
  Optional<String> findPart(String type) {
    return all.stream().filter(each -> each.type().equals(type)).map(Relation::part).findFirst();
  }

  Optional<Relation> find(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
