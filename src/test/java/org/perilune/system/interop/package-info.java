/** FTP clients that people use, run against the FTP servers of a board: every program against every server. */
package org.perilune.system.interop;
