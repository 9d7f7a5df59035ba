"""A kernel as a notebook has it, for the tests that run cells in every order, stop them, and kill it."""

import os
import subprocess
import time
from contextlib import contextmanager
from queue import Empty

from jupyter_client.manager import KernelManager


class Kernel:
    """A running kernel in a folder; `cell` runs code, `begin`, `until` and `stop` do so in steps."""

    def __init__(self, folder, **variables):
        self.manager = KernelManager(kernel_name="mml")
        self._start = {"cwd": str(folder), "env": {**os.environ, **variables}, "stderr": subprocess.DEVNULL}
        self.start()

    def start(self):
        self.manager.start_kernel(**self._start)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    @property
    def pid(self):
        return self.manager.provisioner.process.pid

    def cell(self, source):
        """Runs a cell to its end; returns what was sent for it."""
        cell = self.begin(source)
        return cell.end()

    def begin(self, source):
        return Cell(self, self.client.execute(source))

    def stop(self):
        """What the Stop button does."""
        self.manager.interrupt_kernel()

    def shut_down(self, restart=False):
        """Asks for the end as Jupyter does; returns the seconds until the process was gone."""
        process, start = self.manager.provisioner.process, time.perf_counter()
        self.client.stop_channels()
        self.manager.shutdown_kernel(restart=restart)
        seconds = time.perf_counter() - start
        assert process.poll() is not None
        return seconds

    def kill(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


class Cell:
    """A cell that was sent to the kernel, and the messages that have come for it, each with the time it came."""

    def __init__(self, kernel, identity):
        self._kernel, self.identity, self.messages = kernel, identity, []

    def until(self, condition, seconds=60):
        """Takes messages until one for which `condition` holds; returns it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                message = self._kernel.client.get_iopub_msg(timeout=1)
            except Empty:
                continue
            if message["parent_header"].get("msg_id") == self.identity:
                message["came"] = time.monotonic()
                self.messages.append(message)
                if condition(message):
                    return message
        raise AssertionError(f"did not come within {seconds} s; came: {self.texts}")

    def until_text(self, start):
        return self.until(lambda message: text(message).startswith(start))

    def end(self):
        self.until(lambda message: message["content"].get("execution_state") == "idle")
        return self

    @property
    def texts(self):
        """What was shown, in order, replaced or not."""
        return [text(message) for message in self.messages if text(message)]


def text(message):
    """A message's text: of an output, a stream or an error."""
    content = message["content"]
    return content.get("data", {}).get("text/plain") or content.get("text") or content.get("evalue") or ""


@contextmanager
def kernel(folder, **variables):
    """A `Kernel` that is gone at the end of the block."""
    running = Kernel(folder, **variables)
    try:
        yield running
    finally:
        if running.manager.has_kernel:
            running.kill()
