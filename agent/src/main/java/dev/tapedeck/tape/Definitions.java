package dev.tapedeck.tape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the tape beside the lanes, in chunks of its own: kinds, sites, lanes, classes, notes, the end.
 *
 * <p>Any thread may call, so there is a lock; none of this is on the hot path.
 */
final class Definitions {

  /** A crash that takes more loses frames, so that the end always finds room in the chunk kept for it. */
  private static final int LONGEST_END = 8 * 1024;

  private final ChunkWriter writer;
  private final ChunkWriter endWriter;
  private final @Nullable Sealer sealer;

  /** How many records stand on the tape beside the events, without the end. */
  private long written;

  Definitions(ChunkWriter writer, ChunkWriter endWriter, @Nullable Sealer sealer) {
    this.writer = writer;
    this.endWriter = endWriter;
    this.sealer = sealer;
    kinds(Kinds.all());
  }

  void site(Site site) {
    append(
        Format.SITE,
        new Encoder()
            .varint(site.id())
            .string(site.className())
            .string(site.method())
            .string(site.descriptor())
            .signed(site.line())
            .signed(site.index()));
  }

  void lane(int id, int parent, int index, @Nullable String threadName, long bornNs) {
    boolean hidden = sealer != null && threadName != null;
    append(Format.LANE_DEF, encode(id, parent, index, hidden ? null : threadName, bornNs));
    if (hidden) {
      appendSealed(Format.LANE_DEF, encode(id, parent, index, threadName, bornNs));
    }
  }

  private Encoder encode(int id, int parent, int index, @Nullable String threadName, long bornNs) {
    return new Encoder()
        .varint(id)
        .varint(parent + 1)
        .varint(index)
        .string(threadName)
        .signed(bornNs - writer.tape.startNanos);
  }

  void classInfo(ClassInfo info) {
    append(
        Format.CLASS,
        new Encoder()
            .string(info.name())
            .string(info.loader())
            .int32(info.crc32c())
            .byteValue(info.woven() ? 1 : 0)
            .string(info.reason()));
  }

  void note(Note note) {
    appendSealed(Format.NOTE, new Encoder().string(note.severity()).string(note.text()));
  }

  void methodOrder(MethodOrder methods) {
    append(
        Format.METHOD_ORDER,
        new Encoder()
            .string(methods.className())
            .byteValue(methods.publicOnly() ? 1 : 0)
            .string(methods.order()));
  }

  void fields(Fields fields) {
    appendSealed(Format.FIELDS, fields.encodeTo(new Encoder()));
  }

  synchronized void end(RunEnd end) {
    Crash crash = end.crash();
    boolean sealed = sealer != null && crash != null;
    if (sealed) {
      written++;
    }
    Encoder body = encode(end);
    for (int frames = 64; body.length() > LONGEST_END && crash != null; frames /= 4) {
      Crash shorter =
          frames == 0 ? null : new Crash(crash.thread(), shortened(crash.failure(), frames));
      body = encode(
          new RunEnd(end.exitCode(), end.clean(), end.how(), shorter, end.phase(), end.events()));
      crash = shorter;
    }
    if (sealer != null && sealed) {
      body = sealer.sealed(Format.RUN_END, body);
      Encoder readable = encode(
          new RunEnd(end.exitCode(), end.clean(), end.how(), null, end.phase(), end.events()));
      endWriter.record(Format.RUN_END, readable.buffer(), readable.length());
      endWriter.record(Format.SEALED, body.buffer(), body.length());
    } else {
      endWriter.record(Format.RUN_END, body.buffer(), body.length());
    }
  }

  /** What {@link #encode} wrote, behind the number of definitions. */
  static RunEnd decodeEnd(Decoder in) {
    int exitCode = (int) in.signed();
    boolean clean = in.byteValue() != 0;
    String how = in.string();
    int phase = in.byteValue();
    long events = in.varint();
    Crash crash = in.byteValue() == 0 ? null : new Crash(in.string(), FailureCodec.decode(in));
    return new RunEnd(exitCode, clean, how, crash, phase, events);
  }

  /** The number of definitions first: of those that are lost with their chunk nothing else would tell. */
  private Encoder encode(RunEnd end) {
    Encoder body = new Encoder()
        .varint(written)
        .signed(end.exitCode())
        .byteValue(end.clean() ? 1 : 0)
        .string(end.how())
        .byteValue(end.phase())
        .varint(end.events());
    Crash crash = end.crash();
    if (crash == null) {
      return body.byteValue(0);
    }
    return FailureCodec.encode(crash.failure(), body.byteValue(1).string(crash.thread()));
  }

  private static Failure shortened(Failure failure, int frames) {
    String message = failure.message();
    Failure cause = failure.cause();
    return new Failure(
        failure.className(),
        message == null || message.length() <= 1000 ? message : message.substring(0, 1000),
        failure.fields(),
        cause == null ? null : shortened(cause, frames),
        List.of(),
        failure.frames().subList(0, Math.min(frames, failure.frames().size())));
  }

  void kinds(List<Kind> kinds) {
    Encoder body = new Encoder().varint(kinds.size());
    for (int i = 0; i < kinds.size(); i++) {
      Kind kind = kinds.get(i);
      body.varint(kind.id()).string(kind.name());
      fields(body, kind.question());
      fields(body, kind.answer());
    }
    append(Format.KIND_DEF, body);
  }

  private static void fields(Encoder body, List<Field> fields) {
    body.varint(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      body.string(fields.get(i).name()).byteValue(fields.get(i).type().code);
    }
  }

  /** Appends what tells of the program's data, or what it was given. */
  private void appendSealed(int head, Encoder body) {
    if (sealer == null) {
      append(head, body);
    } else {
      append(Format.SEALED, sealer.sealed(head, body));
    }
  }

  private synchronized void append(int head, Encoder body) {
    if (body.length() <= Format.INLINE_RECORD) {
      record(head, body);
      return;
    }
    long place = writer.tape.payload().write(body.buffer(), 0, body.length());
    if (place < 0) {
      return;
    }
    Encoder reference = new Encoder()
        .byteValue(head)
        .varint(place)
        .varint(body.length())
        .int32(Format.crc(body.buffer(), 0, body.length()));
    record(Format.SPILLED, reference);
  }

  private void record(int head, Encoder body) {
    writer.record(head, body.buffer(), body.length());
    if (writer.tape.failure() == null) {
      written++;
    }
  }
}
