/** A board's heap, in bytes of the device: what has been taken, by whom, and where the next block would lie. */
package org.perilune.runtime.heap;
