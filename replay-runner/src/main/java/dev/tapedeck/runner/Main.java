package dev.tapedeck.runner;

/** The {@code tapedeck} command. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {}
}
