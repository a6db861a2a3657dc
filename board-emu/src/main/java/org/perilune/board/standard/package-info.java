/** Whole boards: the list of modules, and what puts a board together. */
package org.perilune.board.standard;
