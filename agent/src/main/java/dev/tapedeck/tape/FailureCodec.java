package dev.tapedeck.tape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The binary form of a failure. A text or a frame that came before is written as its number, so a deep recursion
 * takes a byte or two for each frame.
 */
final class FailureCodec {

  /** Causes and suppressed exceptions nested deeper are left out. */
  private static final int DEEPEST = 64;

  private FailureCodec() {}

  static byte[] encode(Failure failure) {
    return encode(failure, new Encoder()).toBytes();
  }

  static Encoder encode(Failure failure, Encoder out) {
    return new Out(out).write(failure, 0);
  }

  static Failure decode(Decoder in) {
    return new In(in).read(0);
  }

  private static final class Out {

    private final Encoder out;
    private final Map<String, Integer> texts = new HashMap<>();
    private final Map<Frame, Integer> frames = new HashMap<>();

    Out(Encoder out) {
      this.out = out;
    }

    Encoder write(Failure failure, int depth) {
      text(failure.className());
      text(failure.message());
      out.varint(failure.fields().size());
      for (Map.Entry<String, @Nullable String> field : failure.fields().entrySet()) {
        text(field.getKey());
        text(field.getValue());
      }
      out.varint(failure.frames().size());
      for (Frame frame : failure.frames()) {
        frame(frame);
      }
      boolean deeper = depth < DEEPEST;
      List<Failure> suppressed = deeper ? failure.suppressed() : List.of();
      out.varint(suppressed.size());
      for (Failure other : suppressed) {
        write(other, depth + 1);
      }
      Failure cause = deeper ? failure.cause() : null;
      out.byteValue(cause == null ? 0 : 1);
      return cause == null ? out : write(cause, depth + 1);
    }

    private void frame(Frame frame) {
      Integer number = frames.get(frame);
      if (number != null) {
        out.varint(number);
        return;
      }
      out.varint(0);
      frames.put(frame, frames.size() + 1);
      text(frame.className());
      text(frame.methodName());
      text(frame.fileName());
      out.signed(frame.lineNumber());
      text(frame.moduleName());
      text(frame.moduleVersion());
      text(frame.classLoaderName());
    }

    private void text(@Nullable String text) {
      Integer number = text == null ? Integer.valueOf(0) : texts.get(text);
      if (number != null) {
        out.varint(number);
        return;
      }
      out.varint(1).string(text);
      texts.put(String.valueOf(text), texts.size() + 2);
    }
  }

  private static final class In {

    private final Decoder in;
    private final List<String> texts = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();

    In(Decoder in) {
      this.in = in;
    }

    Failure read(int depth) {
      if (depth > DEEPEST) {
        throw Decoder.malformed();
      }
      String className = text();
      String message = textOrNull();
      Map<String, @Nullable String> fields = new LinkedHashMap<>();
      for (int left = in.elements(); left > 0; left--) {
        fields.put(text(), textOrNull());
      }
      List<Frame> trace = new ArrayList<>();
      for (int left = in.elements(); left > 0; left--) {
        trace.add(frame());
      }
      List<Failure> suppressed = new ArrayList<>();
      for (int left = in.elements(); left > 0; left--) {
        suppressed.add(read(depth + 1));
      }
      Failure cause = in.byteValue() == 0 ? null : read(depth + 1);
      return new Failure(className, message, fields, cause, suppressed, trace);
    }

    private Frame frame() {
      int number = in.count();
      if (number > frames.size()) {
        throw Decoder.malformed();
      }
      if (number > 0) {
        return frames.get(number - 1);
      }
      Frame frame = new Frame(
          text(),
          text(),
          textOrNull(),
          (int) in.signed(),
          textOrNull(),
          textOrNull(),
          textOrNull());
      frames.add(frame);
      return frame;
    }

    private String text() {
      String text = textOrNull();
      if (text == null) {
        throw Decoder.malformed();
      }
      return text;
    }

    private @Nullable String textOrNull() {
      int number = in.count();
      if (number == 0) {
        return null;
      }
      if (number > 1) {
        if (number - 2 >= texts.size()) {
          throw Decoder.malformed();
        }
        return texts.get(number - 2);
      }
      String text = in.string();
      texts.add(text);
      return text;
    }
  }
}
