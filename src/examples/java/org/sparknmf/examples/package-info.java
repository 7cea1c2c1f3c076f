/** How spark-nmf is used from Java: each class is an application of its own, run by the tests. */
package org.sparknmf.examples;
