/** The report of a result: drawn when it is written, and again without Spark. */
package io.github.sparknmf.app.report;
