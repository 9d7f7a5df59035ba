"""Maven's version, and what is shown of its output when a build fails."""

import os

import pytest

from launcher import maven, systems
from launcher.failure import Failure
from launcher.jdk import Jdk

POSIX = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Maven is a shell script")


def stand_in(folder, says):
    program = folder / "mvn"
    program.write_text(f"#!/bin/sh\necho '{says}'\n")
    program.chmod(0o755)
    return {"PATH": f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin"}


def some_jdk(tmp_path):
    return Jdk(tmp_path, "17", systems.name())


def test_that_it_is_missing_is_said_with_the_way_out(tmp_path):
    with pytest.raises(Failure) as failure:
        maven.find(some_jdk(tmp_path), {"PATH": str(tmp_path)})
    assert str(failure.value).startswith("Maven was not found on the path, it builds the library. Install it: ")


@POSIX
@pytest.mark.parametrize("version", ["3.8.7", "3.9.11", "4.0.0-rc-4"])
def test_a_version_that_is_new_enough(tmp_path, version):
    environ = stand_in(tmp_path, f"Apache Maven {version} (abc)")
    assert maven.find(some_jdk(tmp_path), environ) == str(tmp_path / "mvn")


@POSIX
def test_too_old_a_version_is_said(tmp_path):
    environ = stand_in(tmp_path, "Apache Maven 3.6.3")
    with pytest.raises(Failure, match="Maven is 3.6, the least is 3.8. Install it"):
        maven.find(some_jdk(tmp_path), environ)


@pytest.mark.parametrize("vectors, options", [(True, []), (False, ["-Dwithout.vectors"])])
def test_what_the_jdk_cannot_compile_is_left_out(tmp_path, vectors, options):
    assert maven.parts(Jdk(tmp_path, "17", systems.name(), vectors)) == options


def test_of_a_failed_build_the_errors_are_shown_and_no_advice_on_maven():
    log = ("[INFO] Scanning\n[\x1b[1;31mERROR\x1b[m] A.java:[3,1] ';' expected\n[ERROR] A.java:[3,1] ';' expected\n"
           "[ERROR] \n[ERROR] Re-run Maven using the -X switch\n[ERROR] [Help 1] a page")
    assert maven.useful(log) == "  A.java:[3,1] ';' expected"


def test_of_a_failure_without_errors_the_last_lines_are_shown():
    assert maven.useful("\n".join(map(str, range(100)))).split() == [str(line) for line in range(80, 100)]
