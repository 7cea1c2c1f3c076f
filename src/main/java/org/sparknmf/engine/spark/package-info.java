/** Small helpers around Spark: scopes, job labels, resources, files. */
package org.sparknmf.engine.spark;
