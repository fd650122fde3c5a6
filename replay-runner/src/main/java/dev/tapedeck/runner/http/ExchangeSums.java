package dev.tapedeck.runner.http;

import dev.tapedeck.runner.llm.LlmCall;
import dev.tapedeck.runner.llm.ModelApis;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The exchanges of a run in a few numbers.
 *
 * @param hosts how many exchanges each server had
 * @param failed how many had no response, or half of one
 * @param models what each language model was asked, by provider and name
 */
public record ExchangeSums(Map<String, Integer> hosts, int failed, Map<String, Model> models) {

  /** What one model was asked. */
  public record Model(int calls, long tokensIn, long tokensOut, long millis) {
    private Model and(LlmCall call, long took) {
      return new Model(
          calls + 1,
          tokensIn + Math.max(0, call.tokensIn()),
          tokensOut + Math.max(0, call.tokensOut()),
          millis + took);
    }
  }

  public static ExchangeSums of(Exchanges exchanges, ModelApis apis) {
    Map<String, Integer> hosts = new TreeMap<>();
    Map<String, Model> models = new TreeMap<>();
    int failed = 0;
    for (Exchange exchange : exchanges.all()) {
      hosts.merge(host(exchange.uri()), 1, Integer::sum);
      failed += exchange.failure() == null ? 0 : 1;
      Optional<LlmCall> call = apis.call(exchange);
      if (call.isPresent()) {
        String name = (call.get().provider() + " " + call.get().model()).strip();
        models.put(
            name,
            models
                .getOrDefault(name, new Model(0, 0, 0, 0))
                .and(call.get(), exchange.durationMs()));
      }
    }
    return new ExchangeSums(hosts, failed, models);
  }

  private static String host(String uri) {
    try {
      String authority = URI.create(uri).getRawAuthority();
      return authority == null ? uri : authority.substring(authority.lastIndexOf('@') + 1);
    } catch (IllegalArgumentException odd) {
      return uri;
    }
  }

  /** How many exchanges there were. */
  public int exchanges() {
    return hosts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
