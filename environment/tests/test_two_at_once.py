"""Two commands at once in one checkout, and a port that is not free."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from types import SimpleNamespace

import psutil
import pytest

import small_checkout
from lab_process import free_port, lab, wait_for
from launcher import lock, port, single
from launcher.failure import Failure

POSIX = pytest.mark.skipif(os.name == "nt", reason="signals are sent as a Unix terminal sends them")
HOLD = """
import sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from launcher import lock
with lock.awaited(Path(sys.argv[2]), "Trial"):
    print("held", flush=True)
    time.sleep(float(sys.argv[3]))
print("free", flush=True)
"""


@pytest.fixture
def holder(checkout, tmp_path):
    """Starts a process that takes the lock, waiting if it must, and holds it so many seconds."""
    started = []

    def holder(seconds):
        command = [sys.executable, "-c", HOLD, str(checkout.environment), str(tmp_path / "lock"), str(seconds)]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        return started[-1]
    yield holder
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def test_the_second_says_in_one_line_whom_it_waits_for_and_goes_on(holder, tell):
    first = holder(1)
    assert first.stdout.readline() == "held\n"
    second = holder(0)
    line = second.stdout.readline()
    assert line == f"Trial: waiting for another command that sets up this checkout (process {first.pid}) ...\n"
    assert first.stdout.readline() == "free\n"
    assert second.stdout.read() == "held\nfree\n"
    tell(f"set-up: {line.strip()}")


def test_one_that_was_killed_frees_the_lock(holder):
    first = holder(60)
    assert first.stdout.readline() == "held\n"
    first.kill()
    assert holder(0).stdout.read() == "held\nfree\n"


def test_of_many_at_once_one_holds_the_lock(holder):
    processes = [holder(0.2) for _ in range(6)]
    start = time.monotonic()
    assert all("held\nfree\n" in process.stdout.read() for process in processes)
    assert time.monotonic() - start >= 0.2 * 5


def test_a_lock_that_is_taken_tells_what_its_holder_noted(tmp_path):
    with lock.held(tmp_path / "lock") as note:
        with pytest.raises(lock.Taken) as taken, lock.held(tmp_path / "lock"):
            pass
        assert taken.value.note == str(os.getpid())
        note("a longer note than before")
        note("short")
        with pytest.raises(lock.Taken, match="^short$"), lock.held(tmp_path / "lock"):
            pass
    with lock.held(tmp_path / "lock"):
        pass


@POSIX
def test_a_second_lab_and_a_test_are_led_to_the_lab_that_is_open(checkout, jdk, tell):
    with lab(checkout) as running:
        address = running.address
        for command in (["lab", "--no-browser"], ["test"]):
            done = small_checkout.run(small_checkout.command(checkout, *command), small_checkout.environ(jdk))
            said = small_checkout.sentence(done)
            assert said == single.sentence(checkout, running.process.pid) and f"open {address} in a browser" in said
        tell(f"second lab: {said}")


@POSIX
@pytest.mark.parametrize("whom", ["launcher and JupyterLab", "the launcher alone"])
def test_after_a_lab_was_killed_the_next_opens_or_is_led_to_what_is_still_open(checkout, jdk, tell, whom):
    with lab(checkout) as running:
        os.kill(running.launcher.pid, signal.SIGKILL)
        running.launcher.wait()
        if whom == "the launcher alone":
            done = small_checkout.run(small_checkout.command(checkout, "lab", "--no-browser"), small_checkout.environ(jdk))
            assert f"open {running.address} in a browser" in small_checkout.sentence(done)
            assert urllib.request.urlopen(running.address).status == 200
            running.process.terminate()
        else:
            running.process.kill()
        wait_for(lambda: not psutil.pid_exists(running.process.pid) or running.process.status() == psutil.STATUS_ZOMBIE, 20,
                 "end of JupyterLab")
    with lab(checkout) as again:
        assert again.address != running.address
    tell(f"lab after {whom} had been killed: opened, lost: nothing")


@pytest.fixture
def starting(checkout, tmp_path):
    return SimpleNamespace(lab_lock=tmp_path / "lock", jupyter=tmp_path)


@pytest.mark.parametrize("written", [None, "", "{", "[]", '{"pid": 1}'])
def test_while_the_first_has_no_address_yet_its_process_is_named(starting, written):
    (starting.jupyter / "runtime").mkdir()
    if written is not None:
        (starting.jupyter / "runtime" / f"jpserver-{os.getpid()}.json").write_text(written)
    with single.lab(starting):
        with pytest.raises(Failure, match=rf"^JupyterLab is just being started in this checkout \(process {os.getpid()}\): "):
            single.require_none(starting)
    single.require_none(starting)


@pytest.mark.parametrize("number", [0, -1, 65536, 70000])
def test_a_port_that_does_not_exist_is_refused(number):
    with pytest.raises(Failure, match=f"^--port must be from 1 to 65535, was {number}; leave it out to get one that is free$"):
        port.require(number)


def test_a_port_in_use_ends_lab_at_once_with_the_way_out(checkout, jdk, tell):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        number = taken.getsockname()[1]
        command = small_checkout.command(checkout, "lab", "--no-browser", "--port", str(number))
        done = small_checkout.run(command, small_checkout.environ(jdk))
    said = small_checkout.sentence(done)
    assert said == (f"Port {number} is in use by another program: name another with --port, or leave it out to get one that "
                    "is free")
    assert not done.stdout  # before the set-up
    tell(f"port: {said}")
    port.require(free_port())
