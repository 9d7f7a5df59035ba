"""A JupyterLab started as a user does, for the tests that end it or look at it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import psutil
from jupyter_client.blocking import BlockingKernelClient

from launcher.checkout import Checkout


ENDING = 120  # seconds, beyond which it hangs: it ends in 0.5 s, but took 16 s where thirty others wanted two cores


class Lab:
    """A running `environment/seminar lab`: the launcher's process, JupyterLab's, and the way in."""

    def __init__(self, launcher, address):
        self.launcher, self.address = launcher, address
        self.process = psutil.Process(launcher.pid).children()[0]

    def start_kernel(self):
        """Starts our kernel as the page does; returns its JVM once it runs."""
        site, token = self.address.split("lab?token=")
        request = urllib.request.Request(f"{site}api/kernels", json.dumps({"name": "mml"}).encode(), method="POST",
                                         headers={"Authorization": f"token {token}"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            self._kernel = json.load(answer)["id"]
        return wait_for(lambda: self._jvm(), 30, "a JVM below JupyterLab")

    def _jvm(self):
        return next((child for child in self.process.children(recursive=True) if "java" in child.name()), None)

    def run_cell(self, source):
        """Runs a cell in the kernel that was started, to its end."""
        client = BlockingKernelClient(
            connection_file=str(Checkout.here().jupyter / "runtime" / f"kernel-{self._kernel}.json"))
        client.load_connection_file()
        client.start_channels()
        client.execute_interactive(source, output_hook=lambda message: None, timeout=60)
        client.stop_channels()

    def ctrl_c(self):
        """What a terminal does: every process in the foreground gets the signal."""
        os.killpg(self.launcher.pid, signal.SIGINT)


@contextmanager
def lab(checkout, *options):
    """A `Lab` that can be used; whatever is left of it is killed at the end of the block."""
    command = [sys.executable, "-u", str(checkout.environment / "seminar"), "lab", "--no-browser", *options]
    launcher = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                                start_new_session=True)
    try:
        line = next(line for line in launcher.stdout if line.startswith("JupyterLab is ready"))
        running = Lab(launcher, line.split()[-1])
        running.ready = line.split(":")[0]
        yield running
    finally:
        if launcher.poll() is None:
            for process in psutil.Process(launcher.pid).children(recursive=True):
                process.kill()
            launcher.kill()
        launcher.wait()
        launcher.stdout.close()


def wait_for(what, seconds, name):
    """The first true value of `what()`, which must come within so many seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = what()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"no {name} within {seconds} s")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
