package org.avance.feed.sheet.monitoring;

import java.util.List;

/** Sentences for made-up sheets, about no programme there is. */
final class Prose {
  static final List<String> SENTENCES =
      List.of(
          "El programa entrega apoyos a quienes viven en zonas con pocos servicios.",
          "Las áreas que lo operan comparten un padrón que se depura cada trimestre.",
          "Según el artículo 3. La norma interna pide un informe por cada entrega.",
          "La matriz cambió dos veces y conserva 1.5 indicadores por nivel en promedio.",
          "Durante la revisión se hallaron 2 versiones del mismo formato de registro.",
          "En las regiones del sur el costo de traslado es casi el doble que en el centro.",
          "Cada oficina captura sus datos; la sede central los concentra en una sola base.",
          "No todas las entidades federativas cuentan con personal de campo suficiente.");

  static final List<String> ITEMS =
      List.of(
          "El equipo conoce bien las comunidades en las que trabaja.",
          "Existe un sistema de registro que permite seguir cada apoyo (desde 2014).",
          "Otros programas del sector comparten la misma población y podrían coordinarse.",
          "Las reglas internas no distinguen entre tipos de apoyo, lo cual confunde al personal.",
          "El diagnóstico data de varios años; conviene rehacerlo antes del próximo ciclo.",
          "Una reducción de los recursos afectaría la operación de las oficinas locales.",
          "Definir por escrito cómo se estima la población que se quiere atender.",
          "Publicar cada año los resultados con el mismo método y las mismas unidades.",
          "Capacitar al personal nuevo en el llenado de los formatos, versión 2.1 incluida.");

  static final List<String> GOODS =
      List.of(
          "Créditos de vivienda otorgados",
          "Becas de capacitación entregadas",
          "Consultas médicas brindadas",
          "Equipos de riego instalados",
          "Cursos de lectura impartidos",
          "Huertos familiares sembrados");

  static final List<String> INDICATORS =
      List.of(
          "Porcentaje de personas que recibieron el apoyo y permanecen en él",
          "Cobertura de consultas por cada 1000 habitantes de las zonas atendidas",
          "Tasa de hogares con acceso a agua entubada dentro de la vivienda",
          "Proporción de escuelas con biblioteca (0 a 3 años de antigüedad) en operación");

  private Prose() {}
}
