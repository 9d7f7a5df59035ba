"""What around the seminar may make it slow, odd or impossible, as findings of the doctor."""

import json
import os
import shutil
import time
from pathlib import Path

from launcher import lab, programs, systems
from launcher.failure import Failure
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
        refused = f"{checkout.root} cannot be written to, and the set-up lies in it"
        yield Finding(MISSING, "Disk", f"{refused}: clone into a folder of your own")
    elif free < LEAST_DISK:
        tight = f"{free:.1f} GB free at {checkout.root}, too little for a set-up"
        yield Finding(SUSPICIOUS, "Disk", f"{tight}: make room until {LEAST_DISK} GB are free")
    else:
        yield Finding(FOUND, "Disk", f"{free:.0f} GB free at {checkout.root}")


def variables(checkout, environ):
    """Variables that reach the kernel, the build or the launcher; their values are not shown, they may hold secrets."""
    for name in sorted(environ):
        why = next((why for begin, why in VARIABLES.items() if name.upper().startswith(begin)), None)
        if why:
            way_out = systems.unset(checkout.system, name)
            yield Finding(SUSPICIOUS, "Variable", f"{name} is set: {why}; without it: {way_out}")


def names(checkout, environ):
    """The path of the checkout, and how this terminal writes letters."""
    for doubt in systems.path_doubts(checkout.system, str(checkout.root)):
        yield Finding(SUSPICIOUS, "Path", f"{doubt}: move the checkout elsewhere ({checkout.root})")
    if systems.utf8_locale(checkout.system, environ):
        yield Finding(SUSPICIOUS, "Locale", "not UTF-8: notebooks are not concerned, but this terminal shows letters "
                                            "outside ASCII wrongly: export LC_ALL=C.UTF-8")


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
            port = json.loads(file.read_text(encoding="utf-8"))["port"]
            takes = "each kernel in it takes memory, and time while it computes"
            yield Finding(SUSPICIOUS, "Lab", f"one is open on port {port}: {takes}; Ctrl-C in its terminal ends it")


def clock(checkout, now=None):
    """Whether the clock is behind what is known to have happened: then no certificate holds."""
    now = time.time() if now is None else now
    known = max(changed(checkout))
    if now < known - A_DAY:
        says, was = (time.strftime("%Y-%m-%d", time.gmtime(seconds)) for seconds in (now, known))
        behind = f"it says {says}, but the checkout is from {was}: nothing can be fetched safely"
        yield Finding(SUSPICIOUS, "Clock", f"{behind}; set it: {systems.clock(checkout.system)}")


def changed(checkout):
    """When the checkout is known to have been changed, in seconds since 1970: by its files, and by its last commit."""
    yield (checkout.root / "pom.xml").stat().st_mtime
    try:
        yield float(programs.answer(["git", "-C", str(checkout.root), "log", "-1", "--format=%ct"]))
    except (Failure, ValueError):
        return  # no git, or no clone
