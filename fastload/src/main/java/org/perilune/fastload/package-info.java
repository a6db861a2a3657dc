/** Lua modules embedded as text, compiled only when asked for. */
package org.perilune.fastload;
