package org.avance.console;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.avance.operate.Doctor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code avance doctor}. */
@Command(
    name = "doctor",
    description = {
      "Says what is wrong with this installation, and the command that puts it right.",
      "Looks at database, accounts, disk, clock, descriptors, inbox, archive and what loads left",
      "behind. Loads nothing and changes nothing; also where the database is down."
    })
final class DoctorVerb implements Callable<Integer> {
  private static final int SUBJECT = 13;

  @ParentCommand private Console console = Parents.unset();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--archive", description = "Read every archived file, not only the newest.")
  private boolean archive;

  @Override
  public Integer call() {
    Doctor.Report report = Doctor.perform(console.options().place(), Clock.systemUTC(), archive);
    PrintWriter out = spec.commandLine().getOut();
    if (console.options().json()) {
      Json.print(report, out);
    } else {
      print(report, out);
    }
    return report.allWell() ? ExitCode.DONE : ExitCode.NEEDS_ATTENTION;
  }

  private static void print(Doctor.Report report, PrintWriter out) {
    for (Doctor.Check check : report.checks()) {
      String label = "%-4s  %s".formatted(check.state(), padded(check.subject()));
      say(label, check.found(), out);
      if (!check.remedy().isEmpty()) {
        say("      " + padded("") + "-> ", check.remedy(), out);
      }
    }
    long acts = report.checks().stream().filter(each -> each.state().equals("act")).count();
    out.println(
        acts == 0
            ? "Nothing needs you."
            : acts + (acts == 1 ? " finding needs" : " findings need") + " you: act.");
  }

  private static String padded(String subject) {
    return subject + " ".repeat(Math.max(1, SUBJECT - subject.length()));
  }

  /** A database's words may be of several lines. */
  private static void say(String label, String text, PrintWriter out) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String start = i == 0 ? label : " ".repeat(label.length());
      Text.paragraph(start, Text.safe(lines[i])).forEach(out::println);
    }
  }
}
