/**
 * The module {@code wifi} on an emulated radio: access points that answer after a moment of the board's own time, so that
 * a program's connecting, events and saved settings go as on the device. Sockets do not ask the radio: they always work.
 */
package org.perilune.board.wifi;
