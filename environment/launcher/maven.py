"""Building the library with Maven, on the JDK that will run it."""

import os
import re
import shutil

from launcher import programs, systems, unpacked
from launcher.failure import Failure
from launcher.tool import Tool

OLDEST = (3, 8)
LINES_SHOWN = 20
PATIENCE = ("-Dmaven.wagon.rto=60000", "-Daether.connector.requestTimeout=60000")  # ms of silence; usual is half an hour
ADVICE = ("To see the full stack trace", "Re-run Maven", "For more information about the errors", "[Help")


def find(jdk, environ=os.environ):
    """The path of Maven's command, which must be new enough."""
    mvn = on_path(jdk.system, environ)
    version(mvn, jdk, environ)
    return mvn


def on_path(system, environ):
    """The path of Maven's command, whatever its version."""
    mvn = shutil.which("mvn", path=environ.get("PATH"))
    if mvn is None:
        raise Failure(f"Maven was not found on the path, it builds the library. {_way_out(system)}")
    return mvn


def version(mvn, jdk, environ=os.environ):
    """The version of Maven, such as 3.9.11, which must be new enough."""
    try:
        answer = programs.answer([mvn, "-v"], jdk.environ(environ), seconds=60)
    except Failure as problem:
        raise Failure(f"{problem}. {_way_out(jdk.system)}") from problem
    told = re.search(r"Apache Maven ((\d+)\.(\d+)[^\s\x1b]*)", answer)
    if told is None:
        raise Failure(f"{mvn} -v does not name its version but says: {answer.strip()[:300]}. {_way_out(jdk.system)}")
    if (int(told[2]), int(told[3])) < OLDEST:
        raise Failure(f"Maven is {told[2]}.{told[3]}, the least is {OLDEST[0]}.{OLDEST[1]}. {_way_out(jdk.system)}")
    return told[1]


def _way_out(system):
    return f"Install it: {systems.install(system, 'maven')}"


def parts(jdk):
    """The options by which Maven leaves out what this JDK cannot compile."""
    return [] if jdk.vectors else ["-Dwithout.vectors"]


def package(checkout, jdk, environ=os.environ):
    """Makes the library's jar and gathers its dependencies; tests, style and warnings are for `seminar test`."""
    _carry_out(checkout, jdk, environ, ("the library", "what the library is built with"), "package")
    if not checkout.jar.is_file() or not any(checkout.dependencies.glob("*.jar")):
        raise Failure(f"Maven ended well but {checkout.jar} or the jars in {checkout.dependencies} are missing")


def benchmarks(checkout, jdk, profiles, environ=os.environ):
    """Compiles the benchmarks of these profiles of lib/pom.xml, and writes down the class path that they need."""
    words = ("the benchmarks", "what the benchmarks are built with")
    _carry_out(checkout, jdk, environ, words, f"-P{','.join(profiles)}", "process-classes")


def _carry_out(checkout, jdk, environ, words, *goals):
    what, fetches = words
    mvn = find(jdk, environ)
    gates = ["-Dmaven.test.skip=true", "-Dspotless.check.skip=true", "-Dwarnings=-nowarn"]
    tool = Tool("Maven", fetches, "name it in ~/.m2/settings.xml", (checkout.target, os.path.expanduser("~")),
                f"Maven could not build {what}", useful)
    command = [mvn, "-B", "-q", *PATIENCE, *unpacked.maven_options(checkout), *parts(jdk), *gates, *goals]
    tool.run(command, jdk.environ(environ), checkout.root)


def useful(log):
    """The lines of Maven's output that tell what is wrong: its errors, without its advice on Maven itself."""
    lines = re.sub(r"\x1b\[[0-9;]*m", "", log).splitlines()
    errors = [line.removeprefix("[ERROR]").strip() for line in lines if line.startswith("[ERROR]")]
    told = list(dict.fromkeys(line for line in errors if line and not line.startswith(ADVICE)))
    return "\n".join("  " + line for line in told[:LINES_SHOWN] or lines[-LINES_SHOWN:])
