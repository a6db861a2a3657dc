/**
 * A telnet server in front of a {@link org.perilune.telnet.LineConsole}. A connection is a pipeline of small handlers:
 * bytes and commands, options, lines, login, session.
 */
package org.perilune.telnet;
