/** SPIFFS as the firmware configures it, on a region of the chip. */
package org.perilune.flash.spiffs;
