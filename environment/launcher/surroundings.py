"""What around the seminar may make it slow, odd or impossible, as findings of the doctor."""

import json
import os
import shutil
import subprocess
import time
from pathlib import Path

from launcher import lab, systems
from launcher.finding import FOUND, MISSING, NOTE, SUSPICIOUS, Finding

LEAST_DISK = 2  # GB: the set-up takes about one
A_DAY = 24 * 60 * 60
VARIABLES = {
    "OPENBLAS_": "changes how OpenBLAS works, with it times and last digits",
    "OMP_NUM_THREADS": "gives OpenBLAS threads that get into the way of the library's own",
    "MKL": "changes how other libraries multiply matrices, so that times cannot be compared",
    "JAVA_TOOL_OPTIONS": "changes every JVM, the kernel too",
    "_JAVA_OPTIONS": "changes every JVM, the kernel too, and overrules the launcher's own flags",
    "JDK_JAVA_OPTIONS": "changes every JVM, the kernel too",
    "MAVEN_OPTS": "changes how Maven builds the library",
    "PYTHONPATH": "may put another Python's packages before those of the launcher; Jupyter is kept from it",
    "PYTHONHOME": "may lead the launcher to another Python's library; Jupyter is kept from it",
}


def disk(checkout):
    """Whether the checkout can be written to, and how much."""
    free = shutil.disk_usage(checkout.root).free / 2**30
    if not os.access(checkout.root, os.W_OK):
        yield Finding(MISSING, "Disk", f"{checkout.root} cannot be written to, and the set-up lies in it: clone into a folder "
                                       "of your own")
    elif free < LEAST_DISK:
        yield Finding(SUSPICIOUS, "Disk", f"{free:.1f} GB free at {checkout.root}, the set-up takes about 1 GB and a build "
                                          f"some more: make room until {LEAST_DISK} GB are free")
    else:
        yield Finding(FOUND, "Disk", f"{free:.0f} GB free at {checkout.root}")


def variables(checkout, environ):
    """Variables that reach the kernel, the build or the launcher; their values are not shown, they may hold secrets."""
    for name in sorted(environ):
        why = next((why for begin, why in VARIABLES.items() if name.upper().startswith(begin)), None)
        if why:
            yield Finding(SUSPICIOUS, "Variable", f"{name} is set: {why}; without it: {systems.unset(checkout.system, name)}")


def names(checkout, environ, encoding=None):
    """The path of the checkout, and how this terminal writes letters."""
    for doubt in systems.path_doubts(checkout.system, str(checkout.root)):
        yield Finding(SUSPICIOUS, "Path", f"{doubt}: move the checkout elsewhere ({checkout.root})")
    if systems.utf8_locale(checkout.system, environ):
        yield Finding(SUSPICIOUS, "Locale", "not UTF-8: the launcher's own programs are told otherwise, but this terminal "
                                            "shows letters outside ASCII wrongly: export LC_ALL=C.UTF-8")


def other_jupyter(checkout, environ, user):
    """Settings and kernels of a Jupyter of the user's, from which ours is kept apart."""
    apart = "ours does not look there: nothing to do"
    config = Path(systems.jupyter_config(checkout.system, user, environ))
    settings = sorted(path.name for path in config.glob("jupyter*") if path.suffix in (".py", ".json"))
    if settings:
        yield Finding(NOTE, "Another Jupyter", f"settings {', '.join(settings)} in {config}; {apart}")
    given = sorted(name for name in environ if name.startswith(("JUPYTER_", "JUPYTERLAB_", "JJAVA_")))
    if given:
        yield Finding(NOTE, "Another Jupyter", f"variables {', '.join(given)}; ours takes them away: nothing to do")
    folders = [Path(folder) for folder in systems.jupyter_kernels(checkout.system, user, environ)]
    kernels = sorted({spec.parent.name for folder in folders for spec in folder.glob("*/kernel.json")})
    if kernels:
        yield Finding(NOTE, "Another Jupyter", f"kernels {', '.join(kernels)}; {apart}")


def open_labs(checkout):
    """Labs of this checkout that are open."""
    for file in sorted((checkout.jupyter / "runtime").glob("jpserver-*.json")):
        if lab.answering(file):
            server = json.loads(file.read_text(encoding="utf-8"))
            yield Finding(SUSPICIOUS, "Lab", f"one is open on port {server['port']}: each kernel in it takes memory and, while "
                                             "it computes, time from the others; Ctrl-C in its terminal ends it")


def clock(checkout, now=None):
    """Whether the clock is behind what is known to have happened: then nothing can be fetched, as no certificate holds."""
    now = time.time() if now is None else now
    known = max(changed(checkout))
    if now < known - A_DAY:
        day = time.strftime("%Y-%m-%d", time.gmtime(now))
        yield Finding(SUSPICIOUS, "Clock", f"it says {day}, but the checkout is from {time.strftime('%Y-%m-%d', time.gmtime(known))}"
                                           f": nothing can be fetched safely; set it: {systems.clock(checkout.system)}")


def changed(checkout):
    """When the checkout is known to have been changed, in seconds since 1970: by its files, and by its last commit."""
    yield (checkout.root / "pom.xml").stat().st_mtime
    try:
        told = subprocess.run(["git", "-C", str(checkout.root), "log", "-1", "--format=%ct"], capture_output=True, text=True,
                              timeout=5)
        yield float(told.stdout or 0)
    except (OSError, ValueError, subprocess.SubprocessError):
        return
