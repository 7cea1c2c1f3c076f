/** {@code report.html}: one page that opens offline, drawn from records. No Spark, no files. */
package io.github.sparknmf.report.page;
