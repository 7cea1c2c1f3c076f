/** The commands that use a model. */
package io.github.sparknmf.app.model;
