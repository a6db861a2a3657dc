/** The command line: one class per command, one runnable jar. */
package org.perilune.cli;
