/** Images of Lua modules that run from flash: building, reading, checking and replacing them, and {@code node.LFS}. */
package org.perilune.lfs;
