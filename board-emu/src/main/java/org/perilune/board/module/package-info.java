/** Modules of the board that need no network. Each class is one module, or the part of one that its name says. */
package org.perilune.board.module;
