/** What the commands that publish a result share: reading X, resuming, timing, publishing. */
package org.sparknmf.app.run;
