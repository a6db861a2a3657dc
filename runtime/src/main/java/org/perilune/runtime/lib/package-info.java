/** The standard libraries, and the door through which a machine gets them. */
package org.perilune.runtime.lib;
