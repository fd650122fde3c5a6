package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.open;
import static dev.tapedeck.it.Fixture.steady;
import static dev.tapedeck.it.Fixture.varying;
import static dev.tapedeck.it.ProgramJars.EVERYTHING;
import static dev.tapedeck.it.ProgramJars.commonsLang;
import static dev.tapedeck.it.ProgramJars.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Programs that nobody here wrote, from Maven Central, unmodified. */
final class RealProgramsIT implements Replayed {
  /** When the JDK reads a font again hangs on the garbage collector, which then has nothing to do. */
  private static final String[] NO_COLLECTION = {"-Xms1200m", "-Xmx1200m", "-Xmn1000m"};

  @Override
  public List<Fixture> fixtures() {
    return List.of(
        jython(),
        saxon(),
        groovy(),
        googleJavaFormat(),
        javac(),
        ecj(),
        antlr(),
        tikaText(),
        tikaJson(),
        MavenProgram.dependencyTree(),
        MavenProgram.resolving(),
        ivy(),
        plantUml(),
        plantUmlWithGraphviz(),
        batik(),
        hsqldb(),
        jacoco(),
        ant());
  }

  private static Fixture jython() {
    return varying("programs.Jython")
        .started(jdk -> List.of("-jar", jar("jython-standalone"), "orders.py"))
        .talkingOnErr()
        .file("orders.py", Scripts.read("orders.py"))
        .file("orders.txt", "pear 7\nplum 12\n");
  }

  private static Fixture saxon() {
    String classPath = jar("Saxon-HE") + ":" + jar("xmlresolver") + ":" + jar("xmlresolver-data");
    return varying("programs.Saxon")
        .started(jdk -> List.of("-cp", classPath, "net.sf.saxon.Query", "-q:orders.xq"))
        .file("orders.xq", Scripts.read("orders.xq"))
        .file(
            "orders.xml",
            "<orders><order name='plum'>12</order><order name='pear'>7</order></orders>");
  }

  private static Fixture groovy() {
    return varying("programs.Groovy")
        .started(jdk -> List.of("-cp", jar("groovy"), "groovy.ui.GroovyMain", "orders.groovy"))
        .file("orders.groovy", Scripts.read("orders.groovy"))
        .file("orders.txt", "pear 7\nplum 12\n");
  }

  private static Fixture googleJavaFormat() {
    Fixture fixture = steady("programs.google-java-format")
        .started(jdk -> List.of("-jar", jar("google-java-format-all-deps")));
    commonsLang(fixture, EVERYTHING).forEach(fixture::arguments);
    return fixture;
  }

  /** Reads its own classes from the JDK's image, writes some six hundred class files. */
  private static Fixture javac() {
    Fixture fixture = steady("programs.javac")
        .keepingWrites()
        .started(jdk -> List.of("-m", "jdk.compiler/com.sun.tools.javac.Main"))
        .arguments("-nowarn", "-encoding", "UTF-8", "-d", "out", "@sources.txt");
    return fixture.file("sources.txt", String.join("\n", commonsLang(fixture, EVERYTHING)));
  }

  /** With one thread; for its own number of them see {@link RealThreadsIT}. */
  private static Fixture ecj() {
    Fixture fixture = steady("programs.ECJ")
        .keepingWrites()
        .started(jdk -> List.of("-jar", jar("ecj")))
        .jvm("-Djdt.compiler.useSingleThread=true")
        .arguments("-17", "-nowarn", "-proc:none", "-encoding", "UTF-8", "-d", "out")
        .arguments("@sources.txt");
    return fixture.file("sources.txt", String.join("\n", commonsLang(fixture, EVERYTHING)));
  }

  private static Fixture antlr() {
    return steady("programs.ANTLR")
        .keepingWrites()
        .started(jdk -> List.of("-jar", jar("antlr4-complete")))
        .arguments("-visitor", "-package", "com.acme", "-o", "out", "Orders.g4")
        .file("Orders.g4", Scripts.read("Orders.g4"));
  }

  private static Fixture tikaText() {
    return documents(open("programs.Tika")).arguments("--text", "docs/orders.html");
  }

  /** Every parser it has: those of files in archives, of office documents, of class files. */
  private static Fixture tikaJson() {
    return documents(open("programs.Tika of many documents"))
        .arguments("--jsonRecursive", "docs/orders.jar", "docs/orders.docx", "docs/orders.xml")
        .arguments("docs/orders.html", "docs/orders.txt");
  }

  private static Fixture documents(Fixture fixture) {
    String word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    return fixture
        .started(jdk -> List.of("-cp", jar("tika-app"), "org.apache.tika.cli.TikaCLI"))
        .talkingOnErr()
        .file("docs/orders.txt", "pear 7\nplum 12\nżółć\n")
        .file("docs/orders.html", "<html><title>Orders</title><p>seven pears</p></html>")
        .file("docs/orders.xml", "<orders><order name='pear'>7</order></orders>")
        .file("docs/orders.jar", bytes(jar("ant-launcher")))
        .file(
            "docs/orders.docx",
            Zips.of(Map.of(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                    + "<Default Extension='rels' ContentType="
                    + "'application/vnd.openxmlformats-package.relationships+xml'/>"
                    + "<Override PartName='/document.xml' ContentType='application/vnd."
                    + "openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
                "_rels/.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                    + "<Relationship Id='r' Target='document.xml' Type='http://schemas."
                    + "openxmlformats.org/officeDocument/2006/relationships/officeDocument'/>"
                    + "</Relationships>",
                "document.xml",
                "<w:document xmlns:w='" + word + "'><w:body><w:p><w:r><w:t>seven pears</w:t></w:r>"
                    + "</w:p></w:body></w:document>")));
  }

  /** Resolves what a module needs, and what that needs, from a server. */
  private static Fixture ivy() {
    return varying("programs.Ivy")
        .started(jdk -> List.of("-jar", jar("ivy")))
        .arguments("-settings", "ivysettings.xml", "-cache", "cache", "-confs", "default")
        .arguments("-dependency", "org.assertj", "assertj-core", "3.27.7")
        .arguments("-retrieve", "lib/[artifact]-[revision].[ext]")
        .file("ivysettings.xml", Scripts.read("orders-ivysettings.xml"))
        .servedRepository("REPOSITORY");
  }

  /** Diagrams that it draws in its own process, as pixels and as text. */
  private static Fixture plantUml() {
    return steady("programs.PlantUML")
        .keepingWrites()
        .jvm(NO_COLLECTION)
        .started(jdk -> List.of("-jar", jar("plantuml")))
        .arguments("-tpng", "-tsvg", "orders.puml")
        .file("orders.puml", Scripts.read("orders.puml"));
  }

  /** Diagrams that Debian's Graphviz draws, as a child process; it goes with the rest of the world. */
  private static Fixture plantUmlWithGraphviz() {
    return steady("programs.PlantUML with Graphviz")
        .keepingWrites()
        .jvm(NO_COLLECTION)
        .started(jdk -> List.of("-jar", jar("plantuml")))
        .arguments("-graphvizdot", "tools/dot", "-tpng", "-tsvg", "classes.puml")
        .file("tools/dot", "#!/bin/sh\nexec " + Graphviz.dot() + " \"$@\"\n")
        .file("classes.puml", Scripts.read("classes.puml"));
  }

  /** Without the security manager that it gives itself on older JDKs, and whose policy wants other jars. */
  private static Fixture batik() {
    String classPath = Stream.of(
            "batik-all",
            "xmlgraphics-commons",
            "xml-apis",
            "xml-apis-ext",
            "commons-io",
            "commons-logging")
        .map(name -> jar(name).toString())
        .collect(Collectors.joining(":"));
    return steady("programs.Batik")
        .keepingWrites()
        .jvm(NO_COLLECTION)
        .started(jdk -> List.of("-cp", classPath, "org.apache.batik.apps.rasterizer.Main"))
        .arguments("-scriptSecurityOff", "-m", "image/png", "-d", "orders.png", "orders.svg")
        .file("orders.svg", Scripts.read("orders.svg"));
  }

  /** A database in a file, without its timers: it waits for the disk at each commit. */
  private static Fixture hsqldb() {
    return varying("programs.HSQLDB")
        .started(jdk ->
            List.of("-cp", jar("hsqldb") + ":" + jar("sqltool"), "org.hsqldb.cmdline.SqlTool"))
        .arguments("--inlineRc=url=jdbc:hsqldb:file:db/orders;hsqldb.lock_file=false;"
            + "hsqldb.write_delay=false,user=SA,password=")
        .arguments("orders.sql")
        .file("orders.sql", Scripts.read("orders.sql"));
  }

  /** A report of many small files. */
  private static Fixture jacoco() {
    Fixture fixture = steady("programs.JaCoCo")
        .keepingWrites()
        .started(jdk -> List.of("-jar", jar("org.jacoco.cli-nodeps"), "report"))
        .arguments("--classfiles", "ant-launcher.jar", "--html", "out", "--xml", "out.xml");
    return fixture.file("ant-launcher.jar", bytes(jar("ant-launcher")));
  }

  /** Copies, moves, zips, deletes, compiles in its own process. */
  private static Fixture ant() {
    return varying("programs.Ant")
        .keepingWrites()
        .started(jdk ->
            List.of("-cp", jar("ant") + ":" + jar("ant-launcher"), "org.apache.tools.ant.Main"))
        .file("build.xml", Scripts.read("orders-build.xml"))
        .file("orders.txt", "pear 7\nplum 12\n")
        .file("src/Order.java", "record Order(String name, int amount) {}\n");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
