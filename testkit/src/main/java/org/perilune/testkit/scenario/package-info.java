/** Host scripts in Lua, run by LuaJ, that drive boards. */
package org.perilune.testkit.scenario;
