"""Runs a program where there is no network but this machine itself, and where the user's own caches cannot help."""

import os
import subprocess
import sys
from pathlib import Path

from launcher import offline

MIRROR = """\
<settings><mirrors><mirror><id>own</id><url>https://mirror.invalid/</url><mirrorOf>*</mirrorOf></mirror></mirrors></settings>
"""


def refusal():
    """Why this cannot be done here, or None."""
    try:
        done = subprocess.run(command("true"), capture_output=True, text=True)
        return None if done.returncode == 0 else done.stderr.strip() or "refused without a reason"
    except OSError as problem:
        return str(problem)


def command(*program):
    return [sys.executable, offline.__file__, *map(str, program)]


def environ(folder, jdk):
    """The variables of a user whose home in `folder` holds only settings of Maven, and who has all programs but Node."""
    (folder / "home" / ".m2").mkdir(parents=True)
    (folder / "home" / ".m2" / "settings.xml").write_text(MIRROR, encoding="utf-8")
    (folder / "programs").mkdir()
    for place in reversed(os.environ["PATH"].split(os.pathsep)):
        for program in Path(place).glob("*"):
            if program.name not in ("node", "nodejs", "npm", "npx"):
                (folder / "programs" / program.name).unlink(missing_ok=True)
                (folder / "programs" / program.name).symlink_to(program)
    # Java takes the home from the system, not from HOME
    return {"PATH": str(folder / "programs"), "HOME": str(folder / "home"), "MAVEN_OPTS": f"-Duser.home={folder / 'home'}",
            "MML_JDK": str(jdk.home), "LANG": "C", "PYTHONUTF8": "1"}
