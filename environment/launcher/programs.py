"""Asking a program of the system one short question."""

import subprocess
import tempfile

from launcher.failure import Failure

PATIENCE = 10  # seconds; the first start of a JVM on a slow disk takes four
SHOWN = 300  # characters of what a program says instead of an answer


def answer(command, environ=None, seconds=PATIENCE):
    """What a program prints, its errors included; one that does not run, fails or hangs is a `Failure`.

    It prints to a file: a pipe would stay open as long as any child of a program that hangs.
    """
    with tempfile.TemporaryFile() as printed:
        try:
            done = subprocess.run(command, env=environ, stdin=subprocess.DEVNULL, stdout=printed,
                                  stderr=subprocess.STDOUT, timeout=seconds)
        except subprocess.TimeoutExpired as problem:
            raise Failure(f"{command[0]} gave no answer within {seconds} s") from problem
        except (OSError, ValueError) as problem:
            raise Failure(f"{command[0]} cannot be run: {problem}") from problem
        printed.seek(0)
        text = printed.read().decode("utf-8", errors="replace")
    if done.returncode != 0:
        raise Failure(f"{command[0]} does not run, it says: {text.strip()[-SHOWN:] or f'exit {done.returncode}'}")
    return text
