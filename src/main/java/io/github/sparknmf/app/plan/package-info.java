/** {@code plan}: what a fit would need. */
package io.github.sparknmf.app.plan;
