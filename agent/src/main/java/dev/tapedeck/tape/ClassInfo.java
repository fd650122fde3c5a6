package dev.tapedeck.tape;

import org.jspecify.annotations.Nullable;

/**
 * A class the weaver looked at.
 *
 * @param loader its class loader, in words
 * @param crc32c of the class file before weaving
 * @param reason why it was not woven
 */
public record ClassInfo(
    String name,
    String loader,
    int crc32c,
    boolean woven,
    @Nullable String reason) {}
