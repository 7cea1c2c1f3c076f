/** {@code bench}: the engine timed on generated data, beside its own bare kernels. */
package org.sparknmf.app.bench;
