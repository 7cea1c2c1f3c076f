/** The commands that use a model. */
package org.sparknmf.app.model;
