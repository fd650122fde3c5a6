package dev.tapedeck.tape;

import java.util.List;

/**
 * A sort of event: what was asked and what was answered, in the order they stand on the tape.
 *
 * @param id 1 to 100, fixed for ever; several ids may share a name
 * @param name as in the portable tape, for instance {@code clock_read}
 */
public record Kind(int id, String name, List<Field> question, List<Field> answer) {}
