"""What differs between Linux, macOS and Windows, as pure functions of given values.

A system is one of the names LINUX, MACOS and WINDOWS; nothing here looks at the machine except `name()`.
"""

import shlex
import sys
from pathlib import PurePosixPath, PureWindowsPath

LINUX, MACOS, WINDOWS = "Linux", "macOS", "Windows"

INSTALL = {
    "jdk": {
        LINUX: "sudo apt install openjdk-17-jdk-headless (Fedora: sudo dnf install java-latest-openjdk-devel)",
        MACOS: "brew install openjdk",
        WINDOWS: "winget install EclipseAdoptium.Temurin.21.JDK",
    },
    "maven": {
        LINUX: "sudo apt install maven (Fedora: sudo dnf install maven)",
        MACOS: "brew install maven",
        WINDOWS: "choco install maven (or scoop install maven)",
    },
    "venv": {
        LINUX: "sudo apt install python3-venv",
        MACOS: "brew install python",
        WINDOWS: "winget install Python.Python.3.12",
    },
    "git": {
        LINUX: "sudo apt install git (Fedora: sudo dnf install git)",
        MACOS: "brew install git",
        WINDOWS: "winget install Git.Git",
    },
    "chromium": {
        LINUX: "sudo apt install chromium (Fedora: sudo dnf install chromium)",
        MACOS: "brew install --cask google-chrome",
        WINDOWS: "winget install Google.Chrome",
    },
    "fonts": {
        LINUX: "sudo apt install fontconfig fonts-dejavu-core (Fedora: sudo dnf install fontconfig dejavu-sans-fonts)",
        MACOS: "brew install --cask font-dejavu",
        WINDOWS: "choco install dejavufonts",
    },
}


def name(platform=sys.platform):
    """The system that Python calls `platform`; every Unix but macOS counts as Linux."""
    return {"darwin": MACOS, "win32": WINDOWS}.get(platform, LINUX)


def install(system, what):
    """The command that installs `what`: "jdk", "maven", "venv", "git", "chromium" or "fonts"."""
    return INSTALL[what][system]


def venv_program(system, program):
    """Where `program` lies in a virtual environment, relative to it."""
    return f"Scripts/{program}.exe" if system == WINDOWS else f"bin/{program}"


def jdk_program(system, home, program):
    """The absolute path of a JDK's `program` ("java", "javac"), as text."""
    if system == WINDOWS:
        return str(PureWindowsPath(home, "bin", program + ".exe"))
    return str(PurePosixPath(home, "bin", program))


def class_path(system, entries):
    """The entries joined as Java wants them."""
    return (";" if system == WINDOWS else ":").join(str(entry) for entry in entries)


def jdk_patterns(system, user, environ):
    """Glob patterns of the usual homes of a JDK; `user` is the user's home folder as text."""
    if system == WINDOWS:
        programs = environ.get("ProgramFiles", r"C:\Program Files")
        vendors = ["Java", "Eclipse Adoptium", "Microsoft", "Zulu", "Amazon Corretto", "BellSoft"]
        own = [rf"{user}\.jdks\*", rf"{user}\scoop\apps\*jdk*\current"]
        return [rf"{programs}\{vendor}\*" for vendor in vendors] + own
    own = [f"{user}/.jdks/*", f"{user}/.sdkman/candidates/java/*"]
    if system == MACOS:
        machines = "Library/Java/JavaVirtualMachines/*/Contents/Home"
        brew = "opt/openjdk*/libexec/openjdk.jdk/Contents/Home"
        return [f"/{machines}", f"{user}/{machines}", f"/opt/homebrew/{brew}", f"/usr/local/{brew}"] + own
    return ["/usr/lib/jvm/*", "/usr/java/*", "/opt/java/*", "/opt/*jdk*"] + own


def browsers(system, environ):
    """Names and absolute paths under which a Chromium may be found, for the tests."""
    if system == WINDOWS:
        folders = [environ.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA")]
        programs = [r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe"]
        return [str(PureWindowsPath(folder, program)) for folder in folders if folder for program in programs]
    if system == MACOS:
        return [f"/Applications/{name}.app/Contents/MacOS/{name}" for name in ("Chromium", "Google Chrome")]
    return ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]


def utf8_locale(system, environ):
    """What to set so that Java can name files with letters outside ASCII, where the locale would forbid it.

    On Linux Java takes the encoding of file names from the locale; the other systems always use Unicode.
    """
    chosen = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    utf8 = chosen.lower().replace("-", "").endswith("utf8")
    return {} if utf8 or system != LINUX else {"LC_ALL": "C.UTF-8"}


def unset(system, variable):
    """The command that takes a variable of the environment away, in a terminal that stays open."""
    return f"Remove-Item Env:{variable} (in PowerShell)" if system == WINDOWS else f"unset {variable}"


def clock(system):
    """The command that sets the clock by the network."""
    commands = {LINUX: "sudo timedatectl set-ntp true", MACOS: "sudo sntp -sS time.apple.com"}
    return commands.get(system, "w32tm /resync")


def jupyter_config(system, user, environ):
    """Where a Jupyter of the user's keeps its settings; `user` is the user's home folder as text."""
    return environ.get("JUPYTER_CONFIG_DIR") or (rf"{user}\.jupyter" if system == WINDOWS else f"{user}/.jupyter")


def jupyter_kernels(system, user, environ):
    """Where kernels of other Jupyters may be installed."""
    if system == WINDOWS:
        roots = [environ.get(name) for name in ("APPDATA", "PROGRAMDATA")]
        return [rf"{root}\jupyter\kernels" for root in roots if root]
    own = f"{user}/Library/Jupyter" if system == MACOS else f"{user}/.local/share/jupyter"
    return [f"{folder}/kernels" for folder in (own, "/usr/local/share/jupyter", "/usr/share/jupyter")]


def path_doubts(system, path):
    """What is wrong with the path of a checkout, as text, one sentence each."""
    doubts = []
    separator = ";" if system == WINDOWS else ":"
    if separator in (path[2:] if system == WINDOWS else path):
        doubts.append(f"the path has a {separator!r}, which divides Java's class path")
    if any(mark in path for mark in "*?"):
        doubts.append("the path has a * or a ?, which the kernel takes for a pattern")
    if path.encode("utf-8", "surrogateescape").decode("utf-8", "replace") != path:
        doubts.append("the path is not UTF-8")
    if system == WINDOWS and not path.isascii():
        doubts.append("the path has letters outside ASCII, which Java on Windows may be unable to open")
    if system == WINDOWS and len(path) > 100:
        doubts.append(f"the path has {len(path)} characters, and Windows may refuse whole paths of over 259")
    return doubts


def has_network_namespaces(system):
    """Whether the network can be taken away from one program alone."""
    return system == LINUX
