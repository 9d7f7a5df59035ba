"""The port that JupyterLab is asked to listen on."""

import errno
import os
import socket

from launcher.failure import Failure

LARGEST = 65_535


def require(port):
    """Refuses a port that does not exist, is in use, or is not for us."""
    if not 1 <= port <= LARGEST:
        raise Failure(f"--port must be from 1 to {LARGEST}, was {port}; leave it out to get one that is free")
    with socket.socket() as probe:
        if os.name != "nt":  # as the server does; there, it would let two programs share one port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as problem:
            raise Failure(f"Port {port} {_why(problem)}: name another with --port, or leave it out to get one that is "
                          "free") from problem


def _why(problem):
    if problem.errno == errno.EADDRINUSE:
        return "is in use by another program"
    return f"cannot be had ({problem.strerror})"
