package dev.tapedeck.it;

import static dev.tapedeck.it.FileFixturesIT.archives;
import static dev.tapedeck.it.FileFixturesIT.shop;
import static dev.tapedeck.it.Fixture.open;
import static dev.tapedeck.it.Fixture.steady;
import static dev.tapedeck.it.Fixture.varying;

import java.util.List;

/** The doors to files that are written, locked, watched, and asked for more than their bytes. */
final class FileSystemFixturesIT implements Replayed {
  @Override
  public List<Fixture> fixtures() {
    return List.of(
        shop(varying("files.Writes")),
        shop(varying("files.AttributeViews")),
        shop(steady("files.ExtendedAttributes")),
        shop(steady("files.Principals")),
        shop(varying("files.Stores")),
        shop(steady("files.Locks")),
        shop(steady("files.ChannelTransfers")),
        shop(steady("files.ChannelsClosed")),
        shop(steady("files.Links")),
        shop(open("files.FailedPaths")),
        shop(varying("files.FoldersAndTemps")),
        shop(open("files.Watching")),
        shop(varying("files.AsyncChannels")),
        shop(steady("files.TextFiles")),
        shop(open("files.LogFiles")),
        shop(varying("files.Images")),
        shop(steady("files.ArchivesWritten")),
        shop(steady("files.Providers")),
        shop(steady("files.MoreWays")),
        shop(steady("files.NewerWays")).since(25),
        shop(varying("files.GrowingFiles")),
        steady("files.PreferencesInFiles").talkingOnErr(),
        steady("files.OutputByPath"),
        steady("files.MappedTwice"),
        archives(shop(varying("files.Constructors"))),
        shop(varying("files.NamedPipe")).pipe("pipe"));
  }
}
