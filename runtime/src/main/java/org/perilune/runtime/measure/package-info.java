/** Measures what Lua costs, on machines made for nothing else. */
package org.perilune.runtime.measure;
