/**
 * The board's network on the host's sockets, without Lua: TCP, UDP and name lookup with the segments, windows, buffers and
 * limits of the firmware's stack. The only package that knows Netty.
 *
 * <p>Two threads meet here. The host's event loops read and write sockets; the board's thread calls {@link
 * org.perilune.board.net.Network} and is told of everything through its mailbox. Nothing that a peer does makes more than a
 * bounded number of events wait there.
 */
package org.perilune.board.net;
