/** {@code fit}: from the settings to a published result and its manifest. */
package io.github.sparknmf.app.fit;
