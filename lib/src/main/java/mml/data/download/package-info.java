/**
 * Files from the network, fetched when a call asks for them, verified by their hash, and kept in one folder.
 *
 * <p>Start from {@link mml.data.download.Cache} and {@link mml.data.download.RemoteFile}.
 *
 * <p>May use {@code mml.math}.
 */
package mml.data.download;
