/**
 * The standard libraries, and the door through which a machine gets them.
 *
 * <p>A native function takes the same slots of the stack in the same order as the firmware's. What lies above the top
 * afterwards counts as alive once a Lua function's registers reach there, so the order shows in the heap.
 */
package org.perilune.runtime.lib;
