/** {@code bench}: the engine timed on generated data, beside its own bare kernels. */
package io.github.sparknmf.app.bench;
