"""What the system or a program said, told in one sentence; of anything else, its own last lines."""

import errno
import os
import re

import pytest

from launcher import causes
from launcher.tool import Tool


@pytest.mark.parametrize("number, said", [
    (errno.ENOSPC, r"The disk is full \(No space left on device\): \S+ has \d+ MB free, and the whole set-up needs about 1 GB\."),
    (errno.EDQUOT, r"The disk is full \(Disk quota exceeded\): "),
    (errno.EROFS, r"\S+/checkout is read-only, so that neither "),
    (errno.EACCES, r"\S+/checkout/file may not be read or written by you \(Permission denied\): "),
    (errno.EISDIR, r"The system refused what was needed: Is a directory: \S+/checkout/file")])
@pytest.mark.skipif(os.name == "nt", reason="the words are those of Unix")
def test_what_the_system_refuses_is_one_sentence(tmp_path, number, said):
    problem = OSError(number, os.strerror(number), str(tmp_path / "checkout" / "file"))
    sentence = causes.of(problem, tmp_path / "checkout")
    assert re.match(said, sentence) and len(sentence.splitlines()) == 1


def test_a_read_only_folder_elsewhere_is_named_itself(tmp_path):
    problem = OSError(errno.EROFS, "Read-only file system", "/elsewhere/file")
    assert causes.of(problem, tmp_path).startswith("/elsewhere is read-only")


def test_of_another_failure_the_last_lines_are_shown(tmp_path):
    tool = Tool("pip", "the packages", "set HTTPS_PROXY first", (tmp_path,), "pip could not install the packages")
    log = "\n".join(f"line {number}" for number in range(20))
    assert tool.why(log) == "pip could not install the packages:\n" + "\n".join(f"  line {number}" for number in range(15, 20))


@pytest.mark.parametrize("log", ["OSError: [Errno 28] No space left on device", "npm error code ENOSPC",
                                 "java.io.IOException: There is not enough space on the disk"])
def test_what_tells_of_a_full_disk_comes_before_what_tells_of_no_network(tmp_path, log):
    tool = Tool("npm", "MathJax", "set HTTPS_PROXY first", (tmp_path,), "npm could not install MathJax")
    assert tool.why(log + "\nConnection reset by peer").startswith("The disk is full (")
