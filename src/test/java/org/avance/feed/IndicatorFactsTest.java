package org.avance.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indicator values and scores, as their words make them. */
class IndicatorFactsTest {
  private static final String HEAD = "STAGED | indicator programme=PEF:16/G005 indicator=";

  @TempDir Path folder;
  private FeedFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new FeedFixture(folder);
  }

  private Feed indicators(String... more) {
    return fixture.feed(
        "kind: indicator",
        "edition: {constant: '2020'}",
        "record: {agency: {constant: '16'}, programme: {constant: G005}, indicatorName: I}",
        String.join("\n", more));
  }

  @Test
  void a_whole_indicator_record() {
    Feed feed =
        fixture.feed(
            "kind: indicator",
            "edition: {constant: '2020'}",
            "record:",
            "  agency: {constant: '16'}",
            "  programme: {constant: G005}",
            "  indicator: Id",
            "  previousIndicator: Antes",
            "  indicatorNumber: No",
            "  indicatorName: Nombre",
            "  level: Nivel",
            "  objective: Objetivo",
            "  frequency: Frecuencia",
            "  definition: Definición",
            "  series: Serie",
            "  unit: Unidad",
            "  reportingUnit: UR",
            "  direction: {column: Sentido, valueMap: {Ascendente: ascending}}",
            "  baseline: LB",
            "  baselineYear: Año LB",
            "  target: Meta",
            "  targetYear: {constant: '2024'}",
            "  interimTarget: Intermedia",
            "  adjustedTarget: Ajustada",
            "  numerator: Num",
            "  denominator: Den",
            "  greenUpTo: Verde",
            "  yellowUpTo: Amarillo",
            "  progressClass: Avance",
            "  interimClass: Cumplimiento",
            "  trendClass: Tendencia",
            "  lightClass: Semáforo",
            "  status: Estado",
            "  plan: {constant: PND}",
            "facts: [{value: V}]");
    assertThat(
            fixture.records(
                feed,
                "Id,Antes,No,Nombre,Nivel,Objetivo,Frecuencia,Definición,Serie,Unidad,UR,Sentido,LB,Año LB,Meta,"
                    + "Intermedia,Ajustada,Num,Den,Verde,Amarillo,Avance,Cumplimiento,Tendencia,Semáforo,Estado,V",
                "b,a,1.1,Acceso,Fin,Salud,Anual,Qué,MIR,Porcentaje,U1,Ascendente,10,2018,50,20,19,1,4,5,10,"
                    + "Superado,Largo muy superado,Estable,Verde,ok,25"))
        .containsExactly(
            HEAD
                + "(code=b previousCode=a number=1.1 name=Acceso level=Fin objective=Salud frequency=Anual"
                + " definition=Qué) series=MIR year=2020 reportingUnit=U1 unit=Porcentaje direction=ASCENDING figure=25"
                + " goals=(baseline=10 baselineYear=2018 target=(type=FIGURE min=50 max=50 text=50 dueYear=2024)"
                + " interim=20 adjusted=19) numerator=1 denominator=4 limits=(greenUpTo=5 yellowUpTo=10)"
                + " printed=(progress=Superado interim=Largo muy superado trend=Estable light=Verde status=ok)"
                + " plan=PND valueColumn=V | cells V=25");
  }

  @Test
  void months_quarters_and_years_are_told_apart() {
    Feed feed =
        indicators(
            "facts:",
            "  - value: V",
            "    year: {column: P, pattern: '(?<year>\\d{4}).*'}",
            "    month: {column: P, pattern: '\\d{4}(-(?<month>\\d{2}))?.*'}",
            "    quarter: {column: P, pattern: '\\d{4}(-\\d{2}|T(?<quarter>\\d))?'}");
    assertThat(fixture.records(feed, "I,P,V", "a,2019,1", "a,2019-03,2", "a,2019T3,3"))
        .containsExactly(
            HEAD
                + "(name=a) year=2019 figure=1 goals=() valueColumn=V | cells V=1"
                    .replace(" goals=()", ""),
            HEAD + "(name=a) year=2019 period=M3 figure=2 valueColumn=V | cells V=2",
            HEAD + "(name=a) year=2019 period=Q3 figure=3 valueColumn=V | cells V=3");
  }

  @Test
  void a_period_that_was_not_over_at_the_cut_off_date_is_partial() {
    Feed feed =
        indicators(
            "facts:", "  - value: V", "    month: M", "    asOf: {column: D, format: yyyy-MM-dd}");
    assertThat(
            fixture.records(
                feed,
                "I,M,D,V",
                "a,,2020-12-30,1",
                "a,,2020-12-31,1",
                "a,2,2020-02-28,1",
                "a,2,2020-02-29,1"))
        .containsExactly(
            HEAD
                + "(name=a) year=2020 figure=1 partial=true asOf=2020-12-30 valueColumn=V | cells V=1",
            HEAD + "(name=a) year=2020 figure=1 asOf=2020-12-31 valueColumn=V | cells V=1",
            HEAD
                + "(name=a) year=2020 period=M2 figure=1 partial=true asOf=2020-02-28 valueColumn=V | cells V=1",
            HEAD
                + "(name=a) year=2020 period=M2 figure=1 asOf=2020-02-29 valueColumn=V | cells V=1");
  }

  @Test
  void a_target_is_what_its_text_says_where_the_descriptor_says_so() {
    Feed feed = indicators("facts: [{value: V, target: M, targetType: {constant: as printed}}]");
    assertThat(
            targets(
                feed,
                "80",
                ">= 80",
                "al menos 80",
                "máximo 5.5",
                "80 - 90",
                "entre 80 y 90",
                "Un sistema",
                ""))
        .containsExactly(
            "type=FIGURE min=80 max=80 text=80",
            "type=AT_LEAST min=80 max=NOT_APPLICABLE text=>= 80",
            "type=AT_LEAST min=80 max=NOT_APPLICABLE text=al menos 80",
            "type=AT_MOST min=NOT_APPLICABLE max=5.5 text=máximo 5.5",
            "type=RANGE min=80 max=90 text=80 - 90",
            "type=RANGE min=80 max=90 text=entre 80 y 90",
            "type=TEXT min=NOT_APPLICABLE max=NOT_APPLICABLE text=Un sistema",
            "");
  }

  private java.util.List<String> targets(Feed feed, String... printed) {
    String[] lines =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("I,M,V"),
                java.util.Arrays.stream(printed).map(each -> "a," + each + ",1"))
            .toArray(String[]::new);
    return fixture.records(feed, lines).stream()
        .map(
            record ->
                record.contains("target=(")
                    ? record.replaceAll(".*target=\\((.*?)\\).*", "$1")
                    : "")
        .toList();
  }

  @Test
  void a_target_in_words_where_a_figure_is_due_sets_the_record_aside() {
    Feed feed = indicators("facts: [{value: V, target: M}]");
    assertThat(fixture.records(feed, "I,M,V", "a,Un sistema,1"))
        .containsExactly(
            "QUARANTINED | NUMBER_UNREADABLE line 2 M: expected a number such as 1,234.5 but found \"Un sistema\""
                + " | cells V=1");
  }

  @Test
  void a_range_has_two_bounds_of_its_own_or_both_in_one_cell() {
    Feed two =
        indicators(
            "facts: [{value: V, targetMin: A, targetMax: B, targetType: {constant: range}}]");
    assertThat(fixture.records(two, "I,A,B,V", "a,1,2,1", "a,,2,1"))
        .containsExactly(
            HEAD
                + "(name=a) year=2020 figure=1 goals=(target=(type=RANGE min=1 max=2 text=1 - 2)) valueColumn=V | cells V=1",
            HEAD
                + "(name=a) year=2020 figure=1 goals=(target=(type=AT_MOST min=NOT_APPLICABLE max=2 text=2)) valueColumn=V"
                + " | cells V=1");
    Feed one = indicators("facts: [{value: V, target: M, targetType: {constant: range}}]");
    assertThat(fixture.records(one, "I,M,V", "a,90-80,1"))
        .containsExactly(
            "QUARANTINED | NUMBER_UNREADABLE line 2 M: expected a range such as 80 - 90 but found \"90-80\" | cells V=1");
  }

  @Test
  void a_target_of_zero_and_a_class_that_is_none_are_noted() {
    Feed feed = indicators("facts: [{value: V, target: M, trendClass: T}]");
    assertThat(fixture.records(feed, "I,M,V,T", "a,0,1,Sube"))
        .containsExactly(
            HEAD
                + "(name=a) year=2020 figure=1 goals=(target=(type=FIGURE min=0 max=0 text=0)) printed=(trend=Sube)"
                + " valueColumn=V | TARGET_ZERO line 2 M: expected a goal other than 0: nothing can be held against it"
                + " | CLASS_UNKNOWN line 2 T: expected one of Ascendente, Estable, Descendente, Sin datos but found \"Sube\""
                + " | cells V=1");
  }

  @Test
  void an_indicator_needs_a_code_or_a_name() {
    assertThat(fixture.records(indicators("facts: [{value: V}]"), "I,V", ",1"))
        .containsExactly(
            "QUARANTINED | VALUE_REQUIRED line 2 expected an indicator or its name but found neither | cells V=1");
    assertThat(
            fixture.faults(
                "kind: indicator", "edition: {constant: '2020'}", "facts: [{agency: A, value: V}]"))
        .containsExactly(
            "x.yaml:7: facts: expected indicator or indicatorName, or both, but found neither");
  }

  @Test
  void scores_of_several_dimensions_with_their_classes() {
    Feed feed =
        fixture.feed(
            "kind: score",
            "edition: {constant: '2018'}",
            "missingValues: {n.a.: NOT_APPLICABLE}",
            "record: {programme: P, model: {constant: MSD}}",
            "facts:",
            "  - {dimension: {constant: PEF}, value: PEF, printedClass: PEF_CUAL}",
            "  - {value: MSD, printedClass: MSD_CUAL}");
    assertThat(fixture.records(feed, "P,PEF,PEF_CUAL,MSD,MSD_CUAL", "M001,4.8,ALTO,n.a.,S/I"))
        .containsExactly(
            "STAGED | score programme=PEF:/M001 year=2018 model=MSD dimension=PEF figure=4.8 printedClass=ALTO"
                + " valueColumn=PEF | score programme=PEF:/M001 year=2018 model=MSD figure=NOT_APPLICABLE 'n.a.'"
                + " printedClass=S/I valueColumn=MSD | cells PEF=4.8");
  }

  @Test
  void a_score_needs_its_model() {
    assertThat(
            fixture.faults(
                "kind: score", "edition: {constant: '2020'}", "facts: [{agency: A, value: V}]"))
        .containsExactly(
            "x.yaml:7: facts: expected the word \"model\" with a text of at most 100 characters but found none");
  }
}
