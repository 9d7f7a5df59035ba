"""A disk that is full, or that cannot be written: said in one sentence, and what was there before stays valid."""

import os
import re

import pytest

import confined
import small_checkout
from launcher import causes, preparation

FULL = r"The disk is full \((No space left on device|ENOSPC|nothing can be written)\): \S+ has \d+(\.\d)? MB free, and the " \
       r"whole set-up needs about 1 GB\. Make room and run the same command again"


@pytest.fixture
def copy(checkout, tmp_path):
    return small_checkout.bare(checkout, tmp_path / "copy")


@pytest.fixture
def fails(jdk, tell):
    """Runs a command that must end with the sentence for a full disk; gives what it printed before."""
    def run(tried, command, **environ):
        done = small_checkout.run(command, small_checkout.environ(jdk, **environ))
        said = small_checkout.sentence(done)
        assert re.fullmatch(FULL, said), said + done.stdout
        tell(f"{tried}: {said}")
        return done.stdout
    return run


def looking(command, *looks):
    """The command that runs `command` and then shows what is left."""
    return ["sh", "-c", f'"$@"; status=$?; {"; ".join(looks)}; exit $status', "sh", *command]


@pytest.mark.parametrize("megabytes", [3, 60])
def test_python_packages_find_no_room(copy, fails, tmp_path, megabytes):
    index = small_checkout.require_package(copy, 70_000_000, tmp_path)
    command = looking(small_checkout.export(copy), f"ls -A {copy.environment}")
    left = fails(f"{megabytes} MB free for packages", confined.on_disk_of(megabytes, copy.root, command), **index)
    assert "Python packages ..." in left and ".venv" not in left.split()


def test_the_library_finds_no_room_and_the_old_one_stays(copy, checkout, jdk, fails):
    small_checkout.borrow_packages(copy, checkout)
    small_checkout.pretend_library(copy, jdk)
    (copy.root / "lib" / "src" / "main" / "java" / "mml" / "Added.java").write_text("package mml;\n")
    command = looking(small_checkout.export(copy), f"cat {copy.jar} {copy.dependencies}/* {copy.target}/seminar.stamp",
                      f"ls {copy.target}")
    left = fails("8 MB free for the library", confined.on_disk_of(8, copy.root, command))
    assert "the jar" + "a dependency" in left and f"JDK {jdk.version}" in left
    assert ".before" not in left and "seminar.files" in left


def test_web_parts_find_no_room(copy, checkout, jdk, node, fails, tmp_path):
    small_checkout.borrow_packages(copy, checkout)
    small_checkout.pretend_library(copy, jdk)
    small_checkout.require_web_part(copy, 20_000_000, tmp_path)
    path = os.pathsep.join([os.path.dirname(node), os.environ["PATH"]])
    command = confined.on_disk_of(5, copy.root, small_checkout.export(copy))
    fails("5 MB free for web parts", command, PATH=path, npm_config_cache=str(tmp_path / "cache"))


def test_our_own_files_find_no_room(copy, checkout, jdk, fails):
    small_checkout.borrow_packages(copy, checkout)
    small_checkout.pretend_library(copy, jdk)
    fails("nothing free", confined.on_full_disk(copy.root, small_checkout.export(copy)))


@pytest.mark.parametrize("set_up", [False, True])
def test_a_read_only_checkout_is_refused_with_the_way_out_though_it_is_set_up(copy, checkout, jdk, tell, set_up):
    if set_up:
        small_checkout.borrow_packages(copy, checkout)
        small_checkout.pretend_library(copy, jdk)
        preparation.kernelspec(copy, jdk)
    for command in (small_checkout.command(copy, "lab", "--no-browser"), small_checkout.export(copy)):
        done = small_checkout.run(confined.read_only(copy.root, command), small_checkout.environ(jdk))
        assert small_checkout.sentence(done) == causes.read_only(copy.root)
    tell(f"read-only: {causes.read_only(copy.root)}")
