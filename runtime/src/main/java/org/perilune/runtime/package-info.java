/** The virtual machine's public face; the packages below are its layers. */
package org.perilune.runtime;
