package org.avance.bench;

import java.util.List;

/** The words of Mexican programme files, for names that look like theirs. */
final class Vocabulary {
  static final List<String> RAMOS =
      List.of(
          "Gobernación",
          "Hacienda",
          "Defensa",
          "Agricultura",
          "Comunicaciones",
          "Economía",
          "Educación",
          "Salud",
          "Marina",
          "Trabajo",
          "Medio Ambiente",
          "Energía",
          "Bienestar",
          "Turismo",
          "Cultura",
          "Función Pública",
          "Ciencia",
          "Seguridad",
          "Aportaciones",
          "IMSS",
          "ISSSTE");
  static final List<String> PROGRAMMES =
      List.of(
          "Becas de posgrado",
          "Atención médica",
          "Fomento agrícola",
          "Vivienda social",
          "Agua potable",
          "Empleo temporal",
          "Protección civil",
          "Educación básica",
          "Caminos rurales",
          "Estancias infantiles",
          "Pensión de mayores",
          "Vacunación");
  static final List<String> MEASURES =
      List.of("Porcentaje de", "Tasa de variación de", "Proporción de", "Promedio de", "Índice de");
  static final List<String> SUBJECTS =
      List.of(
          "personas atendidas",
          "municipios apoyados",
          "escuelas con servicio",
          "hogares beneficiados",
          "consultas otorgadas",
          "proyectos concluidos",
          "becarios titulados",
          "productores capacitados",
          "obras terminadas",
          "trámites resueltos",
          "supervisiones hechas");
  static final List<String> ENDINGS =
      List.of(
          "en el año",
          "por el programa",
          "a nivel nacional",
          "en zonas rurales",
          "respecto al padrón",
          "respecto al año anterior",
          "en tiempo y forma");
  static final List<String> OBJECTIVES =
      List.of("Ampliar cobertura", "Mejorar calidad", "Reducir rezago", "Elevar eficiencia");
  static final List<String> LEVELS =
      List.of(
          "Fin",
          "Propósito",
          "Propósito",
          "Propósito",
          "Componente",
          "Componente",
          "Componente",
          "Actividad",
          "Actividad",
          "Actividad");
  static final List<String> METHODS =
      List.of("(A / B) * 100", "((A / B) - 1) * 100", "A / B", "Suma de A / total B");
  static final List<String> UNITS =
      List.of(
          "Porcentaje",
          "Tasa",
          "Índice",
          "Promedio",
          "Persona",
          "Hogar",
          "Municipio",
          "Escuela",
          "Consulta",
          "Proyecto",
          "Obra",
          "Trámite");
  static final List<String> FREQUENCIES = List.of("Anual", "Anual", "Semestral", "Bienal");
  static final List<String> DIRECTIONS = List.of("Ascendente", "Descendente", "Constante");
  static final List<String> FAULTY_FIGURES = List.of("en proceso", "12..5", "1,23", "#DIV/0!");

  private Vocabulary() {}

  /** The words go round. */
  static String of(List<String> words, long index) {
    return words.get((int) (index % words.size()));
  }
}
