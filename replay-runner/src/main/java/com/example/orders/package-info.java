/** The program of {@code tapedeck demo}: a batch job as anybody might have written it. It knows nothing of Tapedeck. */
@NullMarked
package com.example.orders;

import org.jspecify.annotations.NullMarked;
