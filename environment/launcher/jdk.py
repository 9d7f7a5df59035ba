"""Which JDK builds the library and runs the kernel."""

import glob
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from launcher import programs, systems
from launcher.failure import Failure

OLDEST = 17
VECTORS = "jdk.incubator.vector"  # makes convolutions faster; every JDK has had it since 16, until it is called otherwise


@dataclass(frozen=True)
class Jdk:
    """A JDK that can do both; `version` is as in its `release` file, such as 17.0.15, and `vectors` whether it has VECTORS."""

    home: Path
    version: str
    system: str
    vectors: bool = True

    @property
    def feature(self):
        return (self.order or (0,))[0]  # of a version such as 25-ea too; 0 if it has no number

    @property
    def java(self):
        return systems.jdk_program(self.system, self.home, "java")

    @property
    def order(self):
        return tuple(int(part) for part in re.findall(r"\d+", self.version))

    def environ(self, environ):
        """The variables of `environ` for a program that is to run on this JDK."""
        return {**environ, "JAVA_HOME": str(self.home), **systems.utf8_locale(self.system, environ)}


def choose(system, asked=None, environ=os.environ):
    """The JDK that is `asked` for, else that of MML_JDK, else of JAVA_HOME, else the newest found.

    One that is named but does not serve is an error: another one would surprise.
    """
    source, home = named(asked, environ)
    if home:
        return _named(system, source, home)
    found = [inspect(system, home) for home in homes(system, environ)]
    usable = [jdk for jdk in found if isinstance(jdk, Jdk)]
    if usable:
        return max(usable, key=lambda jdk: jdk.order)
    way_out = f"Install one: {systems.install(system, 'jdk')}"
    if found:
        raise Failure(f"No JDK that serves was found; {found[0]}. {way_out}")
    raise Failure(f"No JDK was found, MML Seminar needs one of version {OLDEST} or newer. {way_out}")


def named(asked, environ):
    """Who names a JDK, and its home; both None if nobody does."""
    names = [("--jdk", asked), ("MML_JDK", environ.get("MML_JDK")), ("JAVA_HOME", environ.get("JAVA_HOME"))]
    return next(((source, Path(os.path.abspath(os.path.expanduser(home)))) for source, home in names if home), (None, None))


def inspect(system, home):
    """The JDK at `home`, or the sentence that says why there is none that serves."""
    try:
        return _inspect(system, home)
    except (Failure, OSError, ValueError) as problem:  # one that is broken must not hide the others
        return str(problem)


def _inspect(system, home):
    java = systems.jdk_program(system, home, "java")
    if not Path(java).is_file():
        return f"{home} has no bin/java"
    version, modules = _release(home, java)
    jdk = Jdk(Path(home), version, system, VECTORS in modules)
    if jdk.feature < OLDEST:
        return f"{home} has Java {version}, the least is {OLDEST}"
    if not Path(systems.jdk_program(system, home, "javac")).is_file():
        return f"{home} has no bin/javac: it can run Java but not compile it"
    if "jdk.jshell" not in modules:
        return f"{home} has no module jdk.jshell, which the notebooks need"
    return jdk


def _named(system, source, home):
    jdk = inspect(system, home)
    if isinstance(jdk, Jdk):
        return jdk
    raise Failure(f"The JDK of {source} does not serve: {jdk}. Name another with --jdk PATH, or install one: "
                  f"{systems.install(system, 'jdk')}")


def homes(system, environ):
    """Homes that may be a JDK's: that of the `java` on the path, then the usual places."""
    on_path = shutil.which("java", path=environ.get("PATH"))
    homes = [Path(os.path.realpath(on_path)).parents[1]] if on_path else []
    for pattern in systems.jdk_patterns(system, os.path.expanduser("~"), environ):
        homes += [Path(os.path.realpath(home)) for home in sorted(glob.glob(pattern))]
    return [home for home in dict.fromkeys(homes) if Path(systems.jdk_program(system, home, "java")).is_file()]


def _release(home, java):
    """Version and modules: from the file `release` where it tells, else by asking the JDK itself."""
    release = Path(home, "release")
    text = release.read_text(encoding="utf-8", errors="replace") if release.is_file() else ""
    entries = dict(re.findall(r'^(\w+)="?(.*?)"?\s*$', text, re.MULTILINE))
    version = entries.get("JAVA_VERSION") or _first_match(r'version "([^"]+)"', _ask(java, "-version"))
    modules = entries.get("MODULES", "").split() or re.findall(r"^([\w.]+)", _ask(java, "--list-modules"), re.MULTILINE)
    return version.removeprefix("1."), modules


def _ask(java, question):
    return programs.answer([java, question], seconds=60)


def _first_match(pattern, text):
    found = re.search(pattern, text)
    return found.group(1) if found else "0"
