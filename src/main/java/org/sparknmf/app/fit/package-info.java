/** {@code fit}: from the settings to a published result and its manifest. */
package org.sparknmf.app.fit;
