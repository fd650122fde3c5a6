/** HTTP exchanges, put together from what stands on a tape where the program learned of it. */
@NullMarked
package dev.tapedeck.runner.http;

import org.jspecify.annotations.NullMarked;
