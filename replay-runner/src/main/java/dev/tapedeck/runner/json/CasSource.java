package dev.tapedeck.runner.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/** Bytes by their hash. What comes from here is hashed again before anybody trusts it. */
public interface CasSource {

  /** How many bytes stand under the hash, which is 64 lowercase hex digits; empty where there are none. */
  OptionalLong length(String hash);

  /** The bytes under a hash that has a length. */
  InputStream open(String hash) throws IOException;
}
