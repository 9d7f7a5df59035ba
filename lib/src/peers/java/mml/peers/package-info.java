/** Peers in Java, measured beside this library for {@code environment/seminar bench}. */
package mml.peers;
