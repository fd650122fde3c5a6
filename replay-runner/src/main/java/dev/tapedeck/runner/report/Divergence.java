package dev.tapedeck.runner.report;

import dev.tapedeck.runner.run.KindText;
import dev.tapedeck.tape.Fields;
import java.util.List;

/**
 * The first place where a replayed program asked what the tape does not hold. A text that is not known is empty.
 *
 * @param reason {@code kind}, {@code site}, {@code question}, {@code exhausted}, {@code leftover}, {@code output}, {@code
 *     end}, {@code lane}, {@code printed} or {@code said}
 */
public record Divergence(
    String reason,
    String detail,
    int lane,
    String laneName,
    long ordinal,
    String phase,
    Asked asked,
    Expected expected,
    String endRecorded,
    String endReplayed) {

  /**
   * What the program asked.
   *
   * @param body a request's, in Base64; empty where there is none, or too much of it
   */
  public record Asked(
      String kind, String question, String site, String thread, List<String> stack, String body) {

    Asked(String kind, String question, String site, String thread, List<String> stack) {
      this(kind, question, site, thread, stack, "");
    }
  }

  /** What the tape holds there. */
  public record Expected(String kind, String question, String site, String outcome) {}

  /** Everything went as recorded, and then the process ended with another status. */
  static Divergence ofExitStatus(int recorded, int replayed) {
    return of(new Fields()
        .put("reason", "end")
        .put("end_recorded", "exit status " + recorded)
        .put("end_replayed", "exit status " + replayed));
  }

  /** Everything went as recorded in each lane, and yet not the same was printed. */
  static Divergence ofPrinted(String reason, String detail, String recorded, String replayed) {
    return of(new Fields()
        .put("reason", reason)
        .put("detail", detail)
        .put("end_recorded", recorded)
        .put("end_replayed", replayed));
  }

  /** The reason, and {@code output} where what differs is what was printed. */
  String sort() {
    return reason.equals("question") && asked.kind().equals("output_write") ? "output" : reason;
  }

  private static String kind(Fields fields, String key) {
    return KindText.of(fields.number(key + "_id", 0), fields.text(key, ""));
  }

  private static String phase(String number) {
    return switch (number) {
      case "" -> "";
      case "0" -> "user_script";
      default -> "runtime_finalize";
    };
  }

  static Divergence of(Fields fields) {
    return new Divergence(
        fields.text("reason", ""),
        fields.text("detail", ""),
        (int) fields.number("lane", -1),
        fields.text("lane_name", ""),
        fields.number("ordinal", -1),
        phase(fields.text("phase", "")),
        new Asked(
            kind(fields, "asked_kind"),
            fields.text("asked_question", ""),
            fields.text("asked_site", ""),
            fields.text("asked_thread", ""),
            fields.list("asked_stack"),
            fields.text("asked_body", "")),
        new Expected(
            kind(fields, "expected_kind"),
            fields.text("expected_question", ""),
            fields.text("expected_site", ""),
            fields.text("expected_outcome", "")),
        fields.text("end_recorded", ""),
        fields.text("end_replayed", ""));
  }
}
