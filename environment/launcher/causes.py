"""Why something failed, as one sentence with the way out: told by what the system or a program said."""

import errno
import os
import re
import shutil
from pathlib import Path

# measured: 420 MB of Python packages (630 with a Node of their own), 200 MB of Maven's, 55 MB of web parts, and what pip
# unpacks meanwhile
ROOM = "about 1 GB"
ENOUGH = 100_000_000  # bytes; with so many this is not the disk that was full
LEAST = 1_000_000  # bytes; below it nothing useful can be written, whatever a program says

NO_ROOM = re.compile(r"No space left on device|ENOSPC|Disk quota exceeded|EDQUOT|not enough space on the disk", re.I)
NO_NETWORK = re.compile(
    r"Temporary failure in name resolution|Name or service not known|No address associated with hostname"
    r"|nodename nor servname provided|getaddrinfo failed|getaddrinfo E\w+|Unknown host|UnknownHostException"
    r"|Network is unreachable|ENETUNREACH|No route to host|EHOSTUNREACH|Connection refused|ECONNREFUSED"
    r"|Connection reset|ECONNRESET|connect(?:ion)?(?: to \S+)? timed out|read timed out|ETIMEDOUT|ERR_SOCKET_TIMEOUT"
    r"|Cannot connect to proxy|Connection aborted", re.I)


def no_room(log, folders):
    """The sentence for a full disk, if the output tells of one or one of the folders lies on one; else None."""
    said = NO_ROOM.search(log)
    folder, free = min(((folder, _free(folder)) for folder in folders), key=lambda pair: pair[1])
    if said is None and free >= LEAST:
        return None
    return (f"The disk is full ({said[0] if said else 'nothing can be written'}): {folder} has {_megabytes(free)} free, and "
            f"the whole set-up needs {ROOM}. Make room and run the same command again")


def no_network(log, name, fetches, proxy):
    """The sentence for a missing network, if the output tells of one; else None."""
    said = NO_NETWORK.search(log)
    return said and (f"{name} could not fetch {fetches}: there is no network, or it needs a proxy (\"{said[0]}\"). "
                     "Connect once and run the same command again, or set up from a bundle (lab --bundle FILE); behind a "
                     f"proxy, {proxy}")


def of(problem, root):
    """The sentence for an OSError that a command on the checkout `root` met."""
    path = problem.filename or root
    if isinstance(problem, shutil.Error):  # of many files that could not be copied
        first = str(problem.args[0][0][-1]) if problem.args and problem.args[0] else str(problem)
        return no_room(str(problem), [root]) or f"Not everything could be copied: {first}"
    is_full = problem.errno in (errno.ENOSPC, errno.EDQUOT)
    if is_full and not problem.filename and _free(root) > ENOUGH:  # it is another disk, and nobody said which
        return f"The disk that is written to is full ({os.strerror(problem.errno)}). Make room and run the same command again"
    if is_full:
        return no_room(os.strerror(problem.errno), [path])
    if problem.errno == errno.EROFS:
        return read_only(root if Path(path).is_relative_to(root) else os.path.dirname(path))
    if problem.errno in (errno.EACCES, errno.EPERM):
        return (f"{path} may not be read or written by you ({problem.strerror}): it may belong to another user or be in use; "
                "make it yours, or work in a copy of the checkout in a folder of your own")
    place = f": {problem.filename}" if problem.filename else ""
    return f"The system refused what was needed: {problem.strerror or problem}{place}"


def read_only(folder):
    """The sentence for a folder in which nothing can be written."""
    return (f"{folder} is read-only, so that neither a notebook nor a set-up could be saved there: copy the checkout to a "
            "folder of your own (without environment/.venv), or make it writable, and run the command there")


def _free(folder):
    """The bytes that are free where `folder` is or will be."""
    while not os.path.exists(folder):
        folder = os.path.dirname(folder)
    return shutil.disk_usage(folder).free


def _megabytes(count):
    return f"{count / 1e6:.1f} MB" if count < 1e7 else f"{count / 1e6:.0f} MB"
