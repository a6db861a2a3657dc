/**
 * An FTP server in front of a file system of {@code java.nio.file}: Apache FtpServer for the commands, with data
 * connections, uploads and limits of its own. {@link org.perilune.ftp.FtpDoor} opens one.
 */
package org.perilune.ftp;
