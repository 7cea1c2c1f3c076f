/** {@code doctor}: what of this machine is fine, what is not, what to do. */
package org.sparknmf.app.doctor;
