package org.avance.feed.sheet.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.avance.feed.sheet.SheetReading;
import org.avance.feed.sheet.SheetSpecs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, telephones and addresses are dropped by their section, wherever that stands. */
class ContactDataTest {
  private static final List<String> SECRETS =
      List.of("Zutana", "Ejemplo", "5599999999", "zutana.ejemplo", "example.org", "Oficina de");

  private static final String PERSONS =
      """
      (Responsable del programa o acción)
      Nombre: Zutana Ejemplo, clave A123
      Oficina de
      Resultados
      Teléfono: 5599999999 zutana.ejemplo@example.orgOficina de Zutana
      """;

  private static final String SHEET =
      """
      Cuantificación de Poblaciones
      Valor 2017
      Población Potencial (PP)\t100

      %s
      Presupuesto Ejercido
      Año\tPresupuesto del Programa (MDP)\tPresupuesto del Ramo (MDP)\t%%
      2017\t1.00\t100.00\t1.00 %%

      Recomendaciones
      1.Escribir la clave E-045 del Programa E-045 en cada formato.
      """;

  private static Stream<String> headings() {
    return Stream.of(
        "Datos de Contacto\n\n",
        "Datos de\nContacto\n",
        "Datos\n\n02\nde Contacto:\n",
        "DATOS DE CONTACTO CONEVAL\n",
        "Datos de Contacto: Zutana Ejemplo\n",
        "Otra columna\tDatos de Contacto\n",
        "Datos de Unidad Administrativa\n",
        "Datos de la Unidad de Evaluación\n",
        "Contacto\n");
  }

  @ParameterizedTest
  @MethodSource("headings")
  void nothing_of_it_leaves_the_layout(String heading) throws Exception {
    String sheet = SHEET.formatted(heading + PERSONS);
    for (String text : List.of(sheet, sheet + heading + PERSONS, heading + PERSONS + sheet)) {
      MonitoringSheet layout = new MonitoringSheet();
      SheetReading reading = layout.read(SheetSpecs.text(text), SheetSpecs.words(layout.name()));
      assertThat(all(reading)).doesNotContain(SECRETS);
      assertThat(SheetSpecs.printed(reading)).anyMatch(line -> line.contains("RECOMMENDATION"));
    }
  }

  private static String all(SheetReading reading) {
    List<String> all = new ArrayList<>(SheetSpecs.printed(reading));
    all.add(reading.records().toString());
    all.add(reading.issues().toString());
    all.add(reading.identity().toString());
    return String.join("\n", all);
  }
}
