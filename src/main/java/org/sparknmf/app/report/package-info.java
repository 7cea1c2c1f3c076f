/** The report of a result: drawn when it is written, and again without Spark. */
package org.sparknmf.app.report;
