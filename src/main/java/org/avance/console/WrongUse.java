package org.avance.console;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.avance.issue.NearestWord;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to say of a command line that is not understood: one line, and where to read on. */
final class WrongUse {
  /** What the library calls a number is a word of Java. */
  private static final String NO_NUMBER = "(?<=is not )an? (int|long)$";

  private WrongUse() {}

  static String inWords(ParameterException wrong) {
    CommandSpec verb = wrong.getCommandLine().getCommandSpec();
    String name = verb.qualifiedName();
    String what =
        wrong instanceof UnmatchedArgumentException unmatched
            ? unknown(unmatched.getUnmatched().get(0), verb)
            : String.valueOf(wrong.getMessage()).replaceFirst(NO_NUMBER, "a whole number");
    return Text.refusal("%s: %s%n(see %s --help)".formatted(name, what, name));
  }

  private static String unknown(String word, CommandSpec verb) {
    if (word.startsWith("-")) {
      String option = word.replaceFirst("=.*", "");
      List<String> options =
          verb.options().stream().flatMap(each -> Stream.of(each.names())).sorted().toList();
      return "no option is named " + among(option, options);
    }
    List<String> verbs = verbs(verb);
    return verbs.isEmpty()
        ? "expected no more words; found: " + word
        : "no verb is named " + among(word, verbs);
  }

  /** Verbs in the order in which the help lists them. */
  static List<String> verbs(CommandSpec verb) {
    return verb.subcommands().values().stream().map(CommandLine::getCommandName).toList();
  }

  private static String among(String word, List<String> known) {
    String near = NearestWord.of(word, known).map("; did you mean %s?"::formatted).orElse("");
    return known.stream().collect(Collectors.joining(", ", word + "; there are ", near));
  }
}
