"""The command line, as a user meets it."""

import subprocess
import sys

import pytest


def seminar(checkout, *arguments):
    command = [sys.executable, str(checkout.environment / "seminar"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_help_names_the_commands(checkout):
    done = seminar(checkout, "--help")
    assert done.returncode == 0
    assert all(f"environment/seminar {command} " in done.stdout for command in ("lab", "test", "export", "bench", "doctor"))


@pytest.mark.parametrize("command", ["lab", "test", "export", "bench"])
def test_a_jdk_that_is_none_ends_with_one_sentence(checkout, command):
    done = seminar(checkout, command, "--jdk", "/there is none")
    assert done.returncode == 1
    assert "The JDK of --jdk does not serve" in done.stderr and "install one:" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_notebook_that_is_none_ends_with_one_sentence(checkout):
    done = seminar(checkout, "export", "notebooks/none.ipynb")
    assert done.returncode == 1
    assert done.stderr.strip() == "notebooks/none.ipynb is not a notebook (a file that ends with .ipynb)"
