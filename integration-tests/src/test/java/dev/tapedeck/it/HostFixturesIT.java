package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.open;
import static dev.tapedeck.it.Fixture.steady;
import static dev.tapedeck.it.Fixture.varying;

import java.util.List;

/** The doors to the machine and to what the process is in it. */
final class HostFixturesIT implements Replayed {
  @Override
  public List<Fixture> fixtures() {
    return List.of(
        steady("host.Environment"),
        steady("host.SystemProperties")
            .jvm("-Dorders.size=12", "-Dorders.late=true", "-Dorders.name=pears and plums"),
        steady("host.AllProperties").jvm("-Dorders.name=żółć, or = and %"),
        open("host.PropertyOrder"),
        varying("host.Pid"),
        steady("host.HostName"),
        steady("host.Processors"),
        steady("host.Processors").named("host.Processors told").jvm("-XX:ActiveProcessorCount=7"),
        varying("host.Memory"),
        steady("host.NetworkInterfaces"),
        varying("host.Beans"),
        varying("host.Neighbours"),
        open("host.Names"),
        varying("host.BeanServer"),
        open("host.ZoneAndLocale"),
        open("host.ZoneAndLocale")
            .named("host.ZoneAndLocale told")
            .jvm(
                "-Duser.timezone=Asia/Dhaka",
                "-Duser.language=fr",
                "-Duser.country=CA",
                "-Dfile.encoding=ISO-8859-1"),
        open("host.Users"));
  }
}
