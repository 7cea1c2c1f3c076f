/** JSON: the one mapper of the house. */
package org.sparknmf.json;
