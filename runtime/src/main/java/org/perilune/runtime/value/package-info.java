/** Lua's values as the heap holds them, and the collector that decides which of them live. */
package org.perilune.runtime.value;
