package dev.tapedeck.weave;

import dev.tapedeck.boundary.SiteTable;
import java.tapedeck.Notice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Replaces the calls of doors in a class of the program, and notes its line before entrances. */
final class ProgramClass extends ClassWeaver {

  private static final String METHOD = "Ljava/lang/reflect/Method;";
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String OPERANDS = "[Ljava/lang/Object;";
  private static final int STATIC_HANDLE = 6;
  private static final int FIRST_METHOD_HANDLE = 5;
  private static final int DEEPER = 4;

  private final Replacements replacements;
  private final SiteTable sites;
  private final Ancestry ancestry;
  private final String name;
  private final boolean[] doors;
  private final boolean mayBeThread;

  /** The lines of the calls in the current method that have a site. */
  private final List<Integer> lines = new ArrayList<>();

  /**
   * Prepares to weave.
   *
   * @param doors the constants that may name a door
   */
  ProgramClass(
      byte[] file,
      ConstantPool pool,
      Replacements replacements,
      SiteTable sites,
      Ancestry ancestry,
      String name,
      boolean[] doors,
      boolean mayBeThread) {
    super(file, pool);
    this.replacements = replacements;
    this.sites = sites;
    this.ancestry = ancestry;
    this.name = name.replace('/', '.');
    this.doors = doors;
    this.mayBeThread = mayBeThread;
    handles();
  }

  /** Method references are constants: what they name is what all code that uses them gets. */
  private void handles() {
    for (int i = 1; i < pool.count(); i++) {
      if (pool.tag(i) == ConstantPool.METHOD_HANDLE) {
        int kind = file[pool.position(i) + 1];
        int reference = Bytes.u2(file, pool.position(i) + 2);
        Replacement replacement = kind >= FIRST_METHOD_HANDLE && doors[reference]
            ? replacement(
                kind == STATIC_HANDLE ? Instructions.INVOKESTATIC : Instructions.INVOKEVIRTUAL,
                reference)
            : null;
        if (replacement != null) {
          replacement.redirect(pool, i);
        }
      }
    }
  }

  @Override
  @Nullable
  List<Insertion> weave(int access, String method, String descriptor, Code code) {
    boolean isRun =
        mayBeThread && method.equals("run") && descriptor.equals("()V") && (access & STATIC) == 0;
    if (isRun) {
      new Snippet(pool, code.prefix)
          .push(Notice.THREAD_RUNNING)
          .loadThis()
          .op(Instructions.ACONST_NULL)
          .hook("notice", "(ILjava/lang/Object;Ljava/lang/Object;)V");
    }
    lines.clear();
    List<Insertion> insertions = null;
    for (int pc = 0; pc < code.length(); pc = code.next(pc)) {
      Insertion insertion = code.calls(pc) && doors[code.operand(pc)]
          ? insertion(method, descriptor, code, pc)
          : null;
      if (insertion != null) {
        insertions = insertions == null ? new ArrayList<>() : insertions;
        insertions.add(insertion);
      }
    }
    code.deeper = DEEPER;
    return insertions == null && isRun ? List.of() : insertions;
  }

  private @Nullable Insertion insertion(String method, String descriptor, Code code, int pc) {
    int reference = code.operand(pc);
    Replacement replacement = replacement(code.opcode(pc), reference);
    if (replacement != null) {
      int site = replacement.sited() ? site(method, descriptor, code, pc) : 0;
      return new Insertion(pc, replacement.call(new Snippet(pool), site).code(), true, null);
    }
    String owner = pool.owner(reference);
    String called = pool.name(reference);
    if (owner.equals("java/lang/reflect/Method") && called.equals("invoke")) {
      return new Insertion(pc, invoke(), false, null);
    }
    if (Entrances.is(owner, called, pool.descriptor(reference))) {
      int site = site(method, descriptor, code, pc);
      return new Insertion(
          pc,
          new Snippet(pool).push(site).hook("at", "(I)V").code(),
          false,
          new Snippet(pool).push(0).hook("at", "(I)V").code());
    }
    return null;
  }

  @Override
  @Nullable
  List<Insertion> weaveInPlace(Code code) {
    List<Insertion> insertions = new ArrayList<>();
    for (int pc = 0; pc < code.length(); pc = code.next(pc)) {
      Replacement replacement = code.calls(pc) && doors[code.operand(pc)]
          ? replacement(code.opcode(pc), code.operand(pc))
          : null;
      if (replacement != null) {
        Bytes call = replacement.callWithoutSite(new Snippet(pool)).code();
        insertions.add(new Insertion(pc, call, true, null));
      }
    }
    return insertions;
  }

  @Override
  int nativeDoor(String method, String descriptor) {
    return NONE;
  }

  private @Nullable Replacement replacement(int opcode, int reference) {
    String owner = pool.owner(reference);
    String called = pool.name(reference);
    String descriptor = pool.descriptor(reference);
    Replacement replacement = replacements.find(opcode, owner, called, descriptor);
    if (replacement == null
        && opcode == Instructions.INVOKESTATIC
        && called.equals(Replacements.SLEEP)) {
      Replacement sleep = replacements.sleep(descriptor);
      return sleep != null && ancestry.isThread(owner) ? sleep : null;
    }
    return replacement;
  }

  private int site(String method, String descriptor, Code code, int pc) {
    int line = code.line(pc);
    int index = 0;
    for (int other : lines) {
      index += other == line ? 1 : 0;
    }
    lines.add(line);
    return sites.site(name, method, descriptor, line, index);
  }

  /**
   * Leads the three operands of {@code Method.invoke} through a hook that may exchange them.
   *
   * <p>The call itself stays: it asks who its caller is.
   */
  private Bytes invoke() {
    Snippet snippet = new Snippet(pool);
    reflection(snippet, "invoke", "(" + METHOD + OBJECT + OPERANDS + ")" + OPERANDS);
    snippet.op(Instructions.DUP);
    reflection(snippet, "method", "(" + OPERANDS + ")" + METHOD);
    snippet.op(Instructions.SWAP).op(Instructions.DUP);
    reflection(snippet, "self", "(" + OPERANDS + ")" + OBJECT);
    snippet.op(Instructions.SWAP);
    reflection(snippet, "arguments", "(" + OPERANDS + ")" + OPERANDS);
    return snippet.code();
  }

  private static void reflection(Snippet snippet, String called, String descriptor) {
    snippet.call(Instructions.INVOKESTATIC, Snippet.REFLECTION, called, descriptor);
  }
}
