/**
 * From a text to a function's code: lexer, parser and code generator; the {@code .lc} format with its writer, reader and
 * verifier; the listing.
 */
package org.perilune.runtime.compile;
