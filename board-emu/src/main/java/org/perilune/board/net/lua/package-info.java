/**
 * The module {@code net}: sockets in the program's hands, with the rules of the firmware about what is kept alive, which
 * callback comes when, and what a socket costs in heap.
 */
package org.perilune.board.net.lua;
