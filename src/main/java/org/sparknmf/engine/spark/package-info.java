/** What stands directly on Spark: scopes, job labels, resources, files. */
package org.sparknmf.engine.spark;
