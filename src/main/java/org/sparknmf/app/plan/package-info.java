/** {@code plan}: what a fit would need. */
package org.sparknmf.app.plan;
