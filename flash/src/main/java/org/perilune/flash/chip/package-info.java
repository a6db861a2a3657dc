/** The flash chip: cells that keep NOR rules, count what is done to them and fail when a test asks for it. */
package org.perilune.flash.chip;
