/** The board's flash, from the chip up to a file system of java.nio.file; each package uses only those before it. */
package org.perilune.flash;
