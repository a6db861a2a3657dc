/** Minifies and splits Lua sources and proves that nothing changed. */
package org.perilune.srcdiet;
