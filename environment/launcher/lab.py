"""Opens JupyterLab on the notebooks, with the kernel "Java (MML)"."""

import http.client
import signal
import subprocess
import threading
import time
import urllib.request

from launcher import ijava, jdk, jupyter, lock, port, preparation, sharing, single, unpacking
from launcher.failure import Failure

DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # this machine is not behind a proxy


def options(parser):
    unpacking.options(parser)
    parser.add_argument("--no-browser", action="store_true", help="print the address, open nothing")
    parser.add_argument("--port", type=int, help="the port to listen on (default: 8888, or the next that is free)")
    parser.add_argument("--kernel", metavar="NAME", default="jjava", help="jjava (the default) or ijava")
    parser.add_argument("--ijava", metavar="PATH", help="IJava's release (a zip) or its jar, for --kernel ijava")


def run(checkout, options):
    """Sets up, then runs JupyterLab until it is ended; returns its exit status."""
    start = time.perf_counter()
    with single.lab(checkout) as note:
        if options.port is not None:
            port.require(options.port)
        variables = set_up(checkout, options)
        return serve(checkout, _passed_on(options), variables, start, note)


def set_up(checkout, options):
    """What JupyterLab needs; returns the variables that it needs besides."""
    other = ijava.asked(options.kernel, options.ijava)
    chosen = jdk.choose(checkout.system, options.jdk)
    unpacking.unpack(checkout, options.bundle, chosen)
    preparation.packages(checkout)
    preparation.library(checkout, chosen)
    preparation.kernelspec(checkout, chosen)
    if not checkout.notebooks.is_dir():
        raise Failure(f"The folder {checkout.notebooks} is missing; restore it: git checkout notebooks")
    variables = ijava.prepare(checkout, chosen, other) if other else {}
    web_parts(checkout)
    sharing.configure(checkout)
    return variables


def web_parts(checkout):
    """What turns surfaces in the page. Without it they are still pictures, for which nobody should be kept from Lab."""
    try:
        preparation.web_parts(checkout)
    except Failure as problem:
        print(f"JupyterLab opens all the same, but its surfaces cannot be turned. {problem}", flush=True)


def serve(checkout, passed_on, variables, start, note):
    """Runs JupyterLab in the foreground, with these `variables` too, and says when it can be used, counted from `start`.

    `note` takes its process number.
    """
    runtime = checkout.jupyter / "runtime"
    for stale in runtime.glob("jpserver-*"):  # ours is the only one, and a new process may have an old number
        stale.unlink()
    lab = subprocess.Popen(jupyter.lab_command(checkout, checkout.notebooks, *passed_on),
                           env={**jupyter.environ(checkout), **variables}, pass_fds=lock.passed_on())
    note(str(lab.pid))
    threading.Thread(target=_announce, args=(lab, runtime, start), daemon=True).start()
    # Ctrl-C reaches JupyterLab as well, which ends itself; a request to end us is passed on
    asked = []
    signal.signal(signal.SIGINT, lambda *_: asked.append("by Ctrl-C"))
    signal.signal(signal.SIGTERM, lambda *_: (asked.append("by a signal"), lab.terminate()))
    status = lab.wait()
    if status < 0 and not asked:
        raise Failure(f"JupyterLab was ended by signal {-status}, perhaps for want of memory. What was saved is saved; run "
                      "the same command again")
    return max(status, 0)


def _passed_on(options):
    asked = [] if options.port is None else [f"--ServerApp.port={options.port}", "--ServerApp.port_retries=0"]
    return asked + (["--no-browser"] if options.no_browser else [])


def _announce(lab, runtime, start):
    while lab.poll() is None:
        for file in runtime.glob("jpserver-*.json"):
            address = answering(file)
            if address:
                print(f"JupyterLab is ready after {time.perf_counter() - start:.1f} s: {address}\n"
                      "Ctrl-C here ends it.", flush=True)
                return
        time.sleep(0.1)


def answering(file):
    """The address of the server that wrote `file`, once it serves the page of JupyterLab."""
    try:
        address = jupyter.address(file)
        with DIRECT.open(address, timeout=5) as page:
            return address if page.status == 200 else None
    except (OSError, ValueError, KeyError, TypeError, http.client.HTTPException):
        return None  # it is still starting
