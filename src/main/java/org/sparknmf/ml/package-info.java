/** The face that Spark ML's users know: an Estimator, its Model, their parameters and files. */
package org.sparknmf.ml;
