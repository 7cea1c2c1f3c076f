/** {@code report.html}: one page that opens offline, drawn from records. No Spark, no files. */
package org.sparknmf.report.page;
