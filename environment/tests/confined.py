"""Programs run without a network, on a small disk or in a read-only folder, where the system lets a user do that."""

import shlex
import subprocess

import pytest

import no_network


def without_network(command):
    """The command that runs `command` where there is no network."""
    refusal = no_network.refusal()
    if refusal:
        pytest.skip(f"this system does not let a user try a network taken away: {refusal}")
    return no_network.command(*command)


def on_full_disk(folder, command):
    """The command that runs `command` with `folder` as it is, but on a disk on which nothing is free."""
    filling = f"cat /dev/zero > {shlex.quote(str(folder))}/filled || true"
    return on_disk_of(1, folder, ["sh", "-ec", f"({filling}) 2>/dev/null; exec {shlex.join(command)}"])


def on_disk_of(megabytes, folder, command):
    """The command that runs `command` with `folder` as it is, but on a disk on which about this much is free."""
    where = shlex.quote(str(folder))
    used = int(subprocess.run(["du", "-sk", str(folder)], check=True, capture_output=True, text=True).stdout.split()[0])
    lines = [
        "kept=$(mktemp -d)",
        f"mount --bind {where} $kept",
        f"mount -t tmpfs -o size={int(used * 1.1 + megabytes * 1000)}k none {where}",
        f"cp -a $kept/. {where}",
        "umount $kept",
        "rmdir $kept",
    ]
    return _mounted(lines, command, "a small disk")


def read_only(folder, command):
    """The command that runs `command` while nothing can be written in `folder`."""
    where = shlex.quote(str(folder))
    return _mounted([f"mount --bind {where} {where}", f"mount -o remount,bind,ro {where}"], command, "a read-only folder")


def mounted(folder, command):
    """The command that runs `command` while `folder` is mounted, so that it can be neither moved nor removed."""
    where = shlex.quote(str(folder))
    return _mounted([f"mount --bind {where} {where}"], command, "a folder that cannot be moved")


def _mounted(lines, command, what):
    _require("mount -t tmpfs none /mnt", what)
    return ["unshare", "-rm", "sh", "-ec", "\n".join([*lines, f"exec {shlex.join(command)}"])]


def _require(trial, what):
    try:
        allowed = subprocess.run(["unshare", "-rm", "sh", "-c", trial], capture_output=True).returncode == 0
    except OSError:
        allowed = False
    if not allowed:
        pytest.skip(f"this system does not let a user try {what}")
