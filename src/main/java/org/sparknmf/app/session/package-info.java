/** The Spark session of a command, and what must hold before it starts. */
package org.sparknmf.app.session;
