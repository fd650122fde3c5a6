/**
 * A tape without what somebody must not see: a copy, marked as one that is redacted. Uses {@code runner.json}, {@code
 * runner.portable} and {@code dev.tapedeck.tape}.
 */
@NullMarked
package dev.tapedeck.runner.redact;

import org.jspecify.annotations.NullMarked;
