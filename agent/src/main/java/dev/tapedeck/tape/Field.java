package dev.tapedeck.tape;

/** One named value of a kind's question or answer. */
public record Field(String name, FieldType type) {}
