/**
 * Minifies and splits Lua sources and proves that nothing changed.
 *
 * <p>A source walks forward: {@code LuaSource}, cut by {@code LosslessLexer} into tokens, through a list of {@code Pass}es,
 * each of which listens to the events of one {@code Parser}, to a text that {@code Equivalence} compares with the source by
 * the bytecode of both. {@code Splitter} cuts before, {@code FastBundleWriter} writes after.
 */
package org.perilune.srcdiet;
