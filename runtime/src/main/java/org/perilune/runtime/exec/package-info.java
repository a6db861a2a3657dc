/** Runs functions: the interpreter's loop, calls and coroutines, operators in full, and what native functions use. */
package org.perilune.runtime.exec;
