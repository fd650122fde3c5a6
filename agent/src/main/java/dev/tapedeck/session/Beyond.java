package dev.tapedeck.session;

/**
 * What a lane says in a replay when it has no more events. It may have been cut off right there by the end
 * of the program, and then it waits for that. But here it may hold the lock of a print stream, and others
 * may have something to say yet: for their sake it goes on, unheard, and is asked for a reason when it
 * wants to know something, or comes to its end.
 *
 * @param site the line that says it
 */
record Beyond(int site, Asked asked) {}
