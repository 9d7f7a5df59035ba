"""Building the library with Maven, on the JDK that will run it."""

import os
import re
import shutil
import subprocess

from launcher import systems, unpacked
from launcher.failure import Failure

OLDEST = (3, 8)
LINES_SHOWN = 20
ADVICE = ("To see the full stack trace", "Re-run Maven", "For more information about the errors", "[Help")


def find(jdk, environ=os.environ):
    """The path of Maven's command, which must be new enough."""
    mvn = shutil.which("mvn", path=environ.get("PATH"))
    way_out = f"Install it: {systems.install(jdk.system, 'maven')}"
    if mvn is None:
        raise Failure(f"Maven was not found on the path, it builds the library. {way_out}")
    told = version(mvn, jdk, environ)
    major, minor = told.split(".")[:2]
    if (int(major), int(minor)) < OLDEST:
        raise Failure(f"Maven is {major}.{minor}, the least is {OLDEST[0]}.{OLDEST[1]}. {way_out}")
    return mvn


def version(mvn, jdk, environ=os.environ):
    """The version of the Maven at the path `mvn`, such as 3.9.11."""
    answer = subprocess.run([mvn, "-v"], env=jdk.environ(environ), capture_output=True, text=True, errors="replace")
    found = re.search(r"Apache Maven (\d+\.\d+[^\s\x1b]*)", answer.stdout)
    if found is None:
        raise Failure(f"{mvn} -v does not name its version but says: {(answer.stdout + answer.stderr).strip()[:300]}")
    return found[1]


def package(checkout, jdk, environ=os.environ):
    """Makes the library's jar and gathers its dependencies; tests, style and warnings are for `seminar test`."""
    mvn = find(jdk, environ)
    before = set_aside(checkout.dependencies)  # an older version must not stay beside a newer
    gates = ["-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "-Dwarnings=-nowarn"]
    command = [mvn, "-B", "-q", *unpacked.maven_options(checkout), *gates, "package"]
    done = subprocess.run(command, cwd=checkout.root, env=jdk.environ(environ), text=True, errors="replace",
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        if before.is_dir():  # a JupyterLab that is open goes on with what it has
            shutil.rmtree(checkout.dependencies, ignore_errors=True)
            before.rename(checkout.dependencies)
        raise Failure(f"Maven could not build the library:\n{useful(done.stdout)}")
    shutil.rmtree(before, ignore_errors=True)
    if not checkout.jar.is_file() or not any(checkout.dependencies.glob("*.jar")):
        raise Failure(f"Maven ended well but {checkout.jar} or the jars in {checkout.dependencies} are missing")


def set_aside(folder):
    """Renames a folder, if it is there, and returns where it went."""
    aside = folder.with_name(folder.name + ".before")
    shutil.rmtree(aside, ignore_errors=True)
    if folder.is_dir():
        folder.rename(aside)
    return aside


def useful(log):
    """The lines of Maven's output that tell what is wrong: its errors, without its advice on Maven itself."""
    lines = re.sub(r"\x1b\[[0-9;]*m", "", log).splitlines()
    errors = [line.removeprefix("[ERROR]").strip() for line in lines if line.startswith("[ERROR]")]
    told = list(dict.fromkeys(line for line in errors if line and not line.startswith(ADVICE)))
    return "\n".join("  " + line for line in told[:LINES_SHOWN] or lines[-LINES_SHOWN:])
