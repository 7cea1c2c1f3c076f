/** The Spark session of a command, and what must hold before it starts. */
package io.github.sparknmf.app.session;
