package dev.tapedeck.boundary;

import dev.tapedeck.tape.Kinds;
import org.jspecify.annotations.Nullable;

/** Which file is open: by this the JDK knows that two channels would lock the same one. */
final class FileIdentity extends OnOpenFile {

  private static final String KEY = "sun/nio/ch/FileKey";

  private FileIdentity() {
    super(Kinds.FILE_STAT_STRING, DESCRIPTOR_IS_ARGUMENT);
  }

  static Wrap wrap() {
    return Wrap.of(KEY, "create", "(Ljava/io/FileDescriptor;)L" + KEY + ";", new FileIdentity());
  }

  @Override
  public void ask(Crossing crossing, FieldSink question) {
    question.putString(file(crossing).path);
    question.putString("file key");
  }

  @Override
  public void tell(Crossing crossing, @Nullable Object result, FieldSink answer) {
    answer.putString(result == null ? null : Attributes.text(result));
  }

  @Override
  public Object retell(Crossing crossing, Told answer) {
    Object key = Offsets.allocate(KEY.replace('/', '.'));
    Attributes.fill(key, String.valueOf(answer.stringAt(0)));
    return key;
  }
}
