/** Where a board's files lie. */
package org.perilune.board.storage;
