"""Building the library with Maven, on the JDK that will run it."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from launcher import systems
from launcher.failure import Failure
from launcher.tool import Tool

OLDEST = (3, 8)
LINES_SHOWN = 20
PATIENCE = ("-Dmaven.wagon.rto=60000", "-Daether.connector.requestTimeout=60000")  # ms of silence; usual is half an hour
ADVICE = ("To see the full stack trace", "Re-run Maven", "For more information about the errors", "[Help")


def find(jdk, environ=os.environ):
    """The path of Maven's command, which must be new enough."""
    mvn = shutil.which("mvn", path=environ.get("PATH"))
    way_out = f"Install it: {systems.install(jdk.system, 'maven')}"
    if mvn is None:
        raise Failure(f"Maven was not found on the path, it builds the library. {way_out}")
    answer = subprocess.run([mvn, "-v"], env=jdk.environ(environ), capture_output=True, text=True, errors="replace")
    version = re.search(r"Apache Maven (\d+)\.(\d+)[^\s\x1b]*", answer.stdout)
    if version is None:
        raise Failure(f"{mvn} -v does not name its version but says: {(answer.stdout + answer.stderr).strip()[:300]}")
    if (int(version[1]), int(version[2])) < OLDEST:
        raise Failure(f"Maven is {version[1]}.{version[2]}, the least is {OLDEST[0]}.{OLDEST[1]}. {way_out}")
    return mvn


def package(checkout, jdk, environ=os.environ):
    """Makes the library's jar and gathers its dependencies; tests, style and warnings are for `seminar test`."""
    mvn = find(jdk, environ)
    gates = ["-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "-Dwarnings=-nowarn"]
    tool = Tool("Maven", "what the library is built with", "name it in ~/.m2/settings.xml",
                (checkout.target, Path.home()), "Maven could not build the library", useful)
    tool.run([mvn, "-B", "-q", *PATIENCE, *gates, "package"], jdk.environ(environ), checkout.root)
    if not checkout.jar.is_file() or not any(checkout.dependencies.glob("*.jar")):
        raise Failure(f"Maven ended well but {checkout.jar} or the jars in {checkout.dependencies} are missing")


def useful(log):
    """The lines of Maven's output that tell what is wrong: its errors, without its advice on Maven itself."""
    lines = re.sub(r"\x1b\[[0-9;]*m", "", log).splitlines()
    errors = [line.removeprefix("[ERROR]").strip() for line in lines if line.startswith("[ERROR]")]
    told = list(dict.fromkeys(line for line in errors if line and not line.startswith(ADVICE)))
    return "\n".join("  " + line for line in told[:LINES_SHOWN] or lines[-LINES_SHOWN:])
