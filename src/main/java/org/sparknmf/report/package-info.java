/**
 * What a run leaves for people and programs to read: records and how they are written. No Spark, no
 * files.
 */
package org.sparknmf.report;
