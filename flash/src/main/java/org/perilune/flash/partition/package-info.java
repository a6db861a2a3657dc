/** What the chip is divided into, kept where the firmware keeps it. */
package org.perilune.flash.partition;
