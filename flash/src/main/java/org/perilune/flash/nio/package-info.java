/** SPIFFS as a file system of java.nio.file. */
package org.perilune.flash.nio;
