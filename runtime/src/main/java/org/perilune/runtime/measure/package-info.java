/** Measures what loading and running Lua costs in heap. */
package org.perilune.runtime.measure;
