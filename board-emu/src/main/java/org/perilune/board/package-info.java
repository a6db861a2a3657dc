/**
 * The board itself: power, time, tasks, serial line and prompt, and the interface by which modules are added. It knows
 * no module; the packages below it do, and {@code standard} puts a whole board together.
 */
package org.perilune.board;
