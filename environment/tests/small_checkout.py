"""Small checkouts of their own, for the tests of what can go wrong in a set-up; and the launcher, run on them.

What comes from a network is borrowed from the checkout of the tests, or replaced by a package that is made here.
"""

import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile

import sample
from launcher import preparation
from launcher.checkout import Checkout

LEFT_OUT = shutil.ignore_patterns(".venv", ".peers", ".bundle*", ".jupyter", "export", "bench-results", "node_modules",
                                  "__pycache__", "target", "*.ipynb", "*.lock", "*.before", "*.gone")


def bare(checkout, folder):
    """A checkout in `folder` in which nothing has been set up, without notebooks."""
    copy = Checkout(folder, checkout.system)
    copy.notebooks.mkdir(parents=True)
    shutil.copy(checkout.root / "pom.xml", copy.root)
    for part in ("lib", "environment"):
        shutil.copytree(checkout.root / part, copy.root / part, ignore=LEFT_OUT)
    return copy


def borrow_packages(copy, checkout):
    """Gives it a virtual environment that sees the packages of `checkout`, as if it had been set up."""
    venv.create(copy.venv, with_pip=False)
    packages = next(checkout.venv.rglob("nbclient")).parent
    own = next(copy.venv.rglob("site-packages"))
    (own / "borrowed.pth").write_text(f"{packages}\n", encoding="utf-8")
    for part in ("kernels/java", "nbconvert"):
        shutil.copytree(checkout.venv / "share" / "jupyter" / part, copy.venv / "share" / "jupyter" / part)
    preparation.packages_step(copy).finish()


def pretend_library(copy, jdk):
    """Gives it files in the places of the library's, as if they had been built."""
    copy.dependencies.mkdir(parents=True)
    copy.jar.write_text("the jar")
    (copy.dependencies / "blas.jar").write_text("a dependency")
    preparation.library_step(copy, jdk).finish()


def require_package(copy, size, folder):
    """Makes a package with so many bytes the one that it requires; returns the variables for pip to find it in `folder`."""
    with zipfile.ZipFile(folder / "tried-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tried/__init__.py", "")
        wheel.writestr("tried/data", os.urandom(size))
        wheel.writestr("tried-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: tried\nVersion: 1\n")
        wheel.writestr("tried-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("tried-1.dist-info/RECORD", "")
    (copy.environment / "requirements.txt").write_text("tried==1\n")
    return {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder)}


def require_web_part(copy, size, folder):
    """Makes a package with so many bytes, in `folder`, the one web part that it requires."""
    archive = folder / "tried.tgz"
    with tarfile.open(archive, "w:gz") as tar:
        for name, content in (("package.json", b'{"name": "tried", "version": "1.0.0"}'), ("data", os.urandom(size))):
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    own = {"name": "web", "dependencies": {"tried": f"file:{archive}"}}
    package = {"version": "1.0.0", "resolved": f"file:{archive}"}
    lock = {"name": "web", "lockfileVersion": 3, "packages": {"": own, "node_modules/tried": package}}
    (copy.web / "package.json").write_text(json.dumps(own))
    (copy.web / "package-lock.json").write_text(json.dumps(lock))


def environ(jdk, **added):
    """The variables of a user without settings of their own for pip."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    return {**kept, "PIP_CONFIG_FILE": os.devnull, "MML_JDK": str(jdk.home), **added}


def command(copy, *arguments):
    return [sys.executable, "-u", str(copy.environment / "seminar"), *arguments]


def export(copy):
    """The command that exports its one notebook: it sets up all that there is, and ends by itself."""
    return command(copy, "export", str(sample.written(sample.good(), copy.notebooks / "good.ipynb")))


def run(command, environ):
    return subprocess.run(command, env=environ, capture_output=True, text=True, errors="replace", timeout=120)


def sentence(done):
    """The one sentence with which a command failed."""
    said = done.stderr.strip()
    assert done.returncode == 1 and said, done
    assert "Traceback" not in done.stdout + done.stderr and len(said.splitlines()) == 1, done.stderr
    return said
