"""Says in a table what is found, missing or suspicious; with --talk, whether a notebook is ready for its talk."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor

from launcher import inventory, java_sees, parts, surroundings, talk
from launcher.finding import MISSING, SUSPICIOUS, look, table, width_of


def options(parser):
    parser.add_argument("--talk", metavar=("PAPER", "ROLE"), nargs="+",
                        help="run this notebook once as in the talk; also the path of one, such as your own copy")


def run(checkout, options):
    """Prints the table, or the verdict on one notebook; returns 1 if something needed is missing, else 0."""
    if options.talk:
        return talk.run(checkout, options)
    findings = examine(checkout, options.jdk, os.environ)
    print(shown(table(findings, width_of(sys.stdout))))
    print(shown(verdict(findings)))
    return 1 if of(findings, MISSING) else 0


def examine(checkout, asked, environ):
    """All findings, in order; what waits for a program waits beside the others."""
    jdk = inventory.chosen_jdk(checkout, asked, environ)
    looks = [
        ("Python", lambda: inventory.python(checkout)),
        ("JDK", lambda: inventory.jdk(checkout, jdk, asked, environ)),
        ("Maven", lambda: inventory.maven_program(checkout, jdk, environ)),
        ("git", lambda: inventory.git(checkout, environ)),
        ("Node", lambda: inventory.node_program(checkout, environ)),
        ("Chromium", lambda: inventory.chromium(checkout, environ)),
        ("Python packages", lambda: parts.packages(checkout)),
        ("Java library", lambda: parts.library(checkout, jdk)),
        ("Java kernel", lambda: parts.kernelspec(checkout, jdk)),
        ("Web parts", lambda: parts.web_parts(checkout)),
        ("Java", lambda: java_sees.everything(checkout, jdk)),
        ("Disk", lambda: surroundings.disk(checkout)),
        ("Variables", lambda: surroundings.variables(checkout, environ)),
        ("Path", lambda: surroundings.names(checkout, environ)),
        ("Another Jupyter", lambda: surroundings.other_jupyter(checkout, environ, os.path.expanduser("~"))),
        ("Lab", lambda: surroundings.open_labs(checkout)),
        ("Clock", lambda: surroundings.clock(checkout)),
    ]
    with ThreadPoolExecutor(len(looks)) as pool:
        return [finding for found in pool.map(lambda named: look(*named), looks) for finding in found]


def verdict(findings):
    """The last line: what stands in the way, and what is suspicious."""
    missing, suspicious = of(findings, MISSING), of(findings, SUSPICIOUS)
    first = f"Missing: {', '.join(missing)}" if missing else "Nothing that is needed is missing"
    return f"\n{first}; suspicious: {', '.join(suspicious) or 'nothing'}."


def of(findings, state):
    """The things that are in this state, each once."""
    return list(dict.fromkeys(finding.thing for finding in findings if finding.state == state))


def shown(text):
    """The text with marks for what this terminal has no letters for."""
    encoding = sys.stdout.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
