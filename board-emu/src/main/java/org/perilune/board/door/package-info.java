/** What ties a board to the doors beside it: its files, its reset button and its gauge, but never its machine. */
package org.perilune.board.door;
