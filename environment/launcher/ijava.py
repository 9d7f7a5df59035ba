"""The kernel IJava in JJava's place, for one JupyterLab: a kernelspec of the same name, in a folder of its own."""

import hashlib
import io
import json
import os
import zipfile
from pathlib import Path, PurePosixPath

from launcher import kernel, lock, steps, systems
from launcher.failure import Failure
from launcher.unpacking import HARMED

COMMAND = "environment/seminar lab --kernel ijava --ijava PATH"
RELEASE = "ijava-1.3.0.zip, from the releases of SpencerPark/IJava on GitHub, or the jar in it"
MAIN_CLASS = "io/github/spencerpark/ijava/IJava.class"


def asked(name, path):
    """The bytes of IJava's jar if that kernel is asked for, which `path` holds; None for our own kernel."""
    if name not in ("jjava", "ijava"):
        raise Failure(f"There is no kernel {name}; there are: jjava (the default) and ijava")
    if name == "ijava" and not path:
        raise Failure(f"The kernel ijava is not part of the set-up; name the file that holds it: {COMMAND} ({RELEASE})")
    if path and name != "ijava":
        raise Failure(f"--ijava is for the kernel ijava only; to run it: {COMMAND}")
    return jar(Path(os.path.abspath(os.path.expanduser(path)))) if name == "ijava" else None


def jar(path):
    """The bytes of IJava's jar, from its release zip or from the jar itself."""
    if not path.is_file():
        raise Failure(f"There is no file {path}. {_way_out()}")
    content = path.read_bytes()
    names = _names(path, content)
    if MAIN_CLASS in names:
        return content
    if "META-INF/MANIFEST.MF" in names:
        raise Failure(f"{path} is a jar but not IJava's: it has no class {MAIN_CLASS}. {_way_out()}")
    jars = [name for name in names if PurePosixPath(name).match("ijava-*.jar")]
    if len(jars) != 1:
        raise Failure(f"{path} should hold one jar ijava-*.jar but holds {len(jars)}. {_way_out()}")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as release:
            inner = release.read(jars[0])
    except HARMED as problem:
        raise Failure(f"{path} is damaged ({problem}): fetch it anew. {_way_out()}") from problem
    if MAIN_CLASS not in _names(f"{jars[0]} in {path}", inner):
        raise Failure(f"{jars[0]} in {path} is not IJava's jar: it has no class {MAIN_CLASS}. {_way_out()}")
    return inner


def spec(checkout, jdk):
    """The kernelspec as a value, under the name of our kernel, so that the notebooks open with it."""
    ours = kernel.spec(checkout, jdk)
    jars = systems.class_path(checkout.system, [entry.as_posix() for entry in kernel.library(checkout)])
    others = {name: value for name, value in ours["env"].items() if name != "JJAVA_CLASSPATH"}
    return {
        **ours,
        "argv": [*ours["argv"][:-2], str(_folder(checkout) / "ijava.jar"), "{connection_file}"],
        "display_name": "Java (MML, IJava)",
        "env": {
            "IJAVA_CLASSPATH": jars,  # with globs; a backslash would be taken for a mark of one
            "IJAVA_STARTUP_SCRIPT": "mml.notebook.Notebook.start();",  # run before the first cell
            **others,
        },
    }


def prepare(checkout, jdk, content):
    """Lays down the jar and the kernelspec; returns the variables under which a Jupyter takes it instead of ours."""
    folder = _folder(checkout)
    text = json.dumps(spec(checkout, jdk), indent=2, ensure_ascii=False) + "\n"
    wanted = f"{hashlib.sha256(content).hexdigest()} {text}"
    step = steps.Step("IJava kernel", folder / "seminar.stamp", wanted, (folder / "ijava.jar", folder / "kernel.json"))
    steps.carry_out(step, lambda: _write(folder, content, text), alone=lock.awaited(checkout.set_up_lock, step.name))
    return {"JUPYTER_PATH": str(folder.parents[1])}  # comes before every other folder


def _write(folder, content, text):
    folder.mkdir(parents=True, exist_ok=True)
    temporary = folder / f"ijava.jar.{os.getpid()}.tmp"
    temporary.write_bytes(content)
    os.replace(temporary, folder / "ijava.jar")
    steps.write(folder / "kernel.json", text)


def _folder(checkout):
    return checkout.jupyter / "ijava" / "kernels" / "mml"


def _names(what, content):
    """The names in a zip or jar."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.namelist()
    except zipfile.BadZipFile as problem:
        raise Failure(f"{what} is neither a zip nor a jar. {_way_out()}") from problem


def _way_out():
    return f"Name IJava's release: {COMMAND} ({RELEASE})"
