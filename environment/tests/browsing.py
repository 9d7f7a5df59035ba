"""A browser, and a JupyterLab for it to look at, for the tests of what a user sees."""

import os
import shutil
import subprocess
import urllib.request
from contextlib import contextmanager

import pytest

from lab_process import free_port, wait_for
from launcher import jupyter, systems
from launcher.checkout import Checkout

CHECKOUT = Checkout.here()
FLAGS = ["--enable-unsafe-swiftshader", "--use-angle=swiftshader", "--ignore-gpu-blocklist"]
READY = r"/\| (Idle|Unknown)/.test(document.querySelector('#jp-main-statusbar')?.innerText)"


def chromium():
    """The path of a Chromium, or None."""
    return next(filter(None, map(shutil.which, systems.browsers(CHECKOUT.system, os.environ))), None)


if chromium() is None and os.environ.get("MML_BROWSER") == "required":
    pytest.fail("MML_BROWSER is required, but no Chromium was found: install it (Debian: apt-get install chromium)")
needs_chromium = pytest.mark.skipif(chromium() is None, reason="no Chromium was found: nothing was seen in a browser")


@contextmanager
def started():
    """A running Chromium."""
    from playwright.sync_api import sync_playwright
    root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS + root)
        yield browser
        browser.close()


@contextmanager
def served(folder):
    """JupyterLab with our options on `folder`/notebooks, all else of it in `folder` too; its address."""
    environ = jupyter.environ(CHECKOUT)
    environ.update({name: str(folder / name) for name in environ if name.startswith("JUPYTER")})
    site = f"http://127.0.0.1:{(port := free_port())}"
    command = jupyter.lab_command(CHECKOUT, folder / "notebooks", "--no-browser", f"--ServerApp.port={port}",
                                  "--ServerApp.port_retries=0", "--IdentityProvider.token=")
    server = subprocess.Popen(command, env=environ, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: answers(f"{site}/api"), 60, "answer of JupyterLab")
        yield site
    finally:
        server.terminate()
        server.wait(timeout=20)


def answers(address):
    try:
        return urllib.request.urlopen(address, timeout=5).status == 200
    except OSError:
        return False


def wait_for_notebook(page):
    """Waits until a page of JupyterLab shows its notebook and can run it."""
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60_000)
    page.wait_for_function(READY, timeout=60_000)


def run_all(page):
    page.click(".lm-MenuBar-itemLabel:text-is('Run')")
    page.click(".lm-Menu-itemLabel:text-is('Run All Cells')")
