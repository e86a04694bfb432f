package org.avance.classify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.avance.model.IndicatorStatement;
import org.avance.model.KnownIndicator;
import org.avance.model.SettledIndicators;
import org.avance.model.SettledIndicators.Proposal;

/**
 * Which indicator a statement is of, over years in which its number, name or code changed. In this
 * order:
 *
 * <ol>
 *   <li>the indicator that bore the same code in the same programme;
 *   <li>the one that bore the code which the statement names as its previous one;
 *   <li>the one of the same programme, level, name and unit, unless both bear a code and their
 *       codes are stated for the same year: an agency that codes two indicators in one year means
 *       two;
 *   <li>a new one. Where its name resembles one that is no longer stated, this is proposed, never
 *       done.
 * </ol>
 *
 * Case, accents and extra spaces are not regarded. The same statements yield the same keys in any
 * order.
 */
public final class IndicatorIdentities {
  private static final double RESEMBLES = 0.8;

  /** Among more than this, some name always resembles another. */
  private static final int MOST_KIN = 300;

  private final Map<String, Member> byCode = new HashMap<>();
  private final Map<String, Set<Member>> byName = new HashMap<>();
  private final Map<String, Set<Member>> byKin = new HashMap<>();
  private final Map<String, Member> members = new LinkedHashMap<>();

  /** For which years the delivery states a code, whatever it calls what bears it. */
  private final Map<String, Set<Integer>> yearsOfCode = new HashMap<>();

  private static final class Member {
    private final String key;
    private final Set<Integer> years = new HashSet<>();
    private final Set<String> codes = new HashSet<>();
    private String name;

    private Member(String key, String name) {
      this.key = key;
      this.name = name;
    }
  }

  private IndicatorIdentities(List<IndicatorStatement> stated) {
    for (IndicatorStatement each : stated) {
      if (!each.code().isEmpty()) {
        yearsOfCode.merge(codeKey(each, each.code()), each.years(), IndicatorIdentities::together);
      }
    }
  }

  /** Settles the statements of one delivery, given what the warehouse holds of the feed. */
  public static SettledIndicators settle(
      List<KnownIndicator> known, List<IndicatorStatement> stated) {
    IndicatorIdentities identities = new IndicatorIdentities(stated);
    known.stream()
        .sorted(Comparator.comparing(each -> each.statement().hash()))
        .forEach(
            each ->
                identities.learn(
                    identities.member(each.key(), each.statement()), each.statement()));
    Map<String, String> keys = new HashMap<>();
    List<Proposal> proposals = new ArrayList<>();
    for (IndicatorStatement each : inOrder(stated)) {
      Member member = identities.find(each).orElseGet(() -> identities.begin(each, proposals));
      identities.learn(member, each);
      keys.put(each.hash(), member.key);
    }
    return new SettledIndicators(keys, proposals);
  }

  /** By first year, so that a previous code is known before the statement that names it. */
  private static List<IndicatorStatement> inOrder(List<IndicatorStatement> stated) {
    return stated.stream()
        .sorted(
            Comparator.comparingInt(IndicatorIdentities::firstYear)
                .thenComparing(IndicatorStatement::hash))
        .toList();
  }

  private static int firstYear(IndicatorStatement statement) {
    return statement.years().stream().mapToInt(Integer::intValue).min().orElse(0);
  }

  private Optional<Member> find(IndicatorStatement statement) {
    return coded(statement, statement.code())
        .or(() -> coded(statement, statement.previousCode()).filter(m -> isApart(m, statement)))
        .or(() -> named(statement));
  }

  private Optional<Member> coded(IndicatorStatement statement, String code) {
    return code.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byCode.get(codeKey(statement, code)));
  }

  private Optional<Member> named(IndicatorStatement statement) {
    return byName.getOrDefault(nameKey(statement), Set.of()).stream()
        .filter(
            member ->
                statement.code().isEmpty() || member.codes.isEmpty() || isApart(member, statement))
        .findFirst();
  }

  private boolean isApart(Member member, IndicatorStatement statement) {
    return statement.years().stream().noneMatch(member.years::contains)
        && yearsOfItsCode(statement).stream().noneMatch(member.years::contains);
  }

  private static Set<Integer> together(Set<Integer> years, Set<Integer> more) {
    Set<Integer> together = new HashSet<>(years);
    together.addAll(more);
    return together;
  }

  private Set<Integer> yearsOfItsCode(IndicatorStatement statement) {
    return yearsOfCode.getOrDefault(codeKey(statement, statement.code()), Set.of());
  }

  private Member begin(IndicatorStatement statement, List<Proposal> proposals) {
    resembling(statement).ifPresent(proposals::add);
    boolean coded = !statement.code().isEmpty();
    String identity =
        coded
            ? joined("code", statement.programme(), statement.code())
            : joined("name", nameKey(statement));
    return member(md5(identity), statement);
  }

  private Optional<Proposal> resembling(IndicatorStatement statement) {
    Set<Member> kin = byKin.getOrDefault(kinKey(statement), Set.of());
    if (statement.name().isEmpty() || kin.size() > MOST_KIN) {
      return Optional.empty();
    }
    int first = firstYear(statement);
    return kin.stream()
        .filter(member -> member.years.stream().allMatch(year -> year < first))
        .map(
            member ->
                new Proposal(
                    statement.hash(), member.name, Similarity.of(member.name, statement.name())))
        .filter(proposal -> proposal.similarity() >= RESEMBLES)
        .max(Comparator.comparingDouble(Proposal::similarity).thenComparing(Proposal::earlier));
  }

  private Member member(String key, IndicatorStatement statement) {
    return members.computeIfAbsent(key, each -> new Member(each, statement.name()));
  }

  private void learn(Member member, IndicatorStatement statement) {
    member.years.addAll(statement.years());
    member.years.addAll(yearsOfItsCode(statement));
    member.name = statement.name();
    if (!statement.code().isEmpty()) {
      member.codes.add(statement.code());
      byCode.putIfAbsent(codeKey(statement, statement.code()), member);
    }
    if (!statement.name().isEmpty()) {
      addTo(byName, nameKey(statement), member);
      addTo(byKin, kinKey(statement), member);
    }
  }

  private static void addTo(Map<String, Set<Member>> index, String key, Member member) {
    index.computeIfAbsent(key, each -> new LinkedHashSet<>()).add(member);
  }

  private static String nameKey(IndicatorStatement statement) {
    return joined(statement.programme(), statement.level(), statement.name(), statement.unit());
  }

  private static String codeKey(IndicatorStatement statement, String code) {
    return joined(statement.programme(), code);
  }

  private static String kinKey(IndicatorStatement statement) {
    return joined(statement.programme(), statement.level(), statement.unit());
  }

  private static String joined(String... parts) {
    return String.join("\u001f", parts);
  }

  private static String md5(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has MD5", e);
    }
  }
}
