/**
 * The Lua machine. Its packages are its layers, each of which sees only those before it: {@code heap}, {@code value},
 * {@code compile}, {@code exec}, {@code lib}, {@code measure}.
 */
package org.perilune.runtime;
