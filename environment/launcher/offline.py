"""`python -m launcher.offline PROGRAM ...`: runs a program where there is no network but this machine itself (Linux).

It keeps its user and its files. Where the system does not allow this, one line says so and the exit status is 1.
"""

import ctypes
import os
import socket
import struct
import subprocess
import sys

NEW_USERS, NEW_NETWORK = 0x10000000, 0x40000000  # CLONE_NEWUSER and CLONE_NEWNET of linux/sched.h
GET_FLAGS, SET_FLAGS, UP = 0x8913, 0x8914, 1  # SIOCGIFFLAGS, SIOCSIFFLAGS and IFF_UP of linux/if.h


def enter():
    """Leaves the network for one that has only the loopback device; an OSError if this is not allowed."""
    user, group = os.geteuid(), os.getegid()
    try:
        unshare(NEW_NETWORK)
    except PermissionError:  # who is not root needs to be it for a moment, in a world of its own
        unshare(NEW_USERS | NEW_NETWORK)
        for file, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
            with open(f"/proc/self/{file}", "w", encoding="ascii") as entry:
                entry.write(text)
    raise_loopback()


def unshare(what):
    library = ctypes.CDLL(None, use_errno=True)
    if library.unshare(what) != 0:
        problem = ctypes.get_errno()
        raise OSError(problem, os.strerror(problem))


def raise_loopback():
    """Brings the loopback device up, over which Jupyter and its kernel speak."""
    import fcntl  # not on Windows
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        asked = struct.pack("16sh14x", b"lo", 0)
        flags = struct.unpack("16sh14x", fcntl.ioctl(any_socket, GET_FLAGS, asked))[1]
        fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sh14x", b"lo", flags | UP))


def refusal(environ):
    """Why a program cannot be run so here; None if it can. `environ` has the launcher on its Python path."""
    command = [sys.executable, "-m", "launcher.offline", sys.executable, "-c", ""]
    tried = subprocess.run(command, env=environ, capture_output=True, text=True, errors="replace")
    return None if tried.returncode == 0 else (tried.stderr.strip().splitlines() or ["no reason given"])[-1]


def main(command):
    try:
        enter()
    except (OSError, AttributeError, ImportError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return os.execvp(command[0], command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
