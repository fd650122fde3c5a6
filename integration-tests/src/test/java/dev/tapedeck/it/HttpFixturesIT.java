package dev.tapedeck.it;

import static dev.tapedeck.it.Fixture.varying;

import java.util.List;

/** Programs that ask a server, which is gone when they are replayed. */
final class HttpFixturesIT implements Replayed {
  @Override
  public List<Fixture> fixtures() {
    return List.of(
        varying("http.UrlReads").served(),
        varying("http.UrlSends").served(),
        varying("http.UrlFailures").served().exits(1),
        varying("http.UrlLogins").served(),
        varying("http.UrlTls").served(),
        varying("http.UrlThreads").served(),
        varying("http.ClientSends").served(),
        varying("http.ClientBodies").served(),
        varying("http.ClientUploads").served(),
        varying("http.ClientFutures").served(),
        varying("http.ClientPushes").served(),
        varying("http.ClientExecutors").served(),
        varying("http.ClientExecutors")
            .named("http.ClientExecutors with order")
            .served()
            .recordedWith("order=full"),
        varying("http.ClientTls").served());
  }
}
