/** The emulated board: boot, task queue, clock, prompt and modules. */
package org.perilune.board;
