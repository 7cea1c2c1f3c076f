/** Checks of the machine: Java, Spark, Scala, memory. */
package org.sparknmf.app.check;
