/** Exchanges with language models: which they are, and what was said. */
@NullMarked
package dev.tapedeck.runner.llm;

import org.jspecify.annotations.NullMarked;
