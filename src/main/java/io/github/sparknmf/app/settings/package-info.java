/** What a user may set, and the layers that say what it is. */
package io.github.sparknmf.app.settings;
