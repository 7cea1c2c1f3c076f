/** What a user may set, and the layers that say what it is. */
package org.sparknmf.app.settings;
