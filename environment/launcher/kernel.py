"""The kernel "Java (MML)" as Jupyter sees it: how its JVM is started, and on which class path."""

import json

from launcher import steps, systems
from launcher.jdk import VECTORS

HEAP = "-Xmx1g"
ROOMY = "-Xmx4g"  # for stored results: a ResNet-56 keeps 2 GB of activations for a batch of 128
LOGGING = """\
# what the kernel logs goes to the terminal of JupyterLab: only what is wrong
handlers = java.util.logging.ConsoleHandler
.level = WARNING
"""


def spec(checkout, jdk):
    """The kernelspec as a value; it names files that `write` lays beside it in `checkout.kernelspec`."""
    logging = f"-Djava.util.logging.config.file={checkout.kernelspec / 'logging.properties'}"
    return {
        "argv": [jdk.java, *flags(jdk), logging, "-jar", str(checkout.jjava), "{connection_file}"],
        "display_name": "Java (MML)",
        "language": "java",
        "interrupt_mode": "message",  # a signal would end the JVM
        "env": {
            "JJAVA_CLASSPATH": systems.class_path(checkout.system, library(checkout)),
            **systems.utf8_locale(checkout.system, {}),
        },
        "metadata": {},
    }


def library(checkout):
    """The class path of the notebooks; a kernel expands the glob."""
    return [checkout.jar, checkout.dependencies / "*.jar"]


def flags(jdk):
    """The flags of the JVM, by what the JDK has; one that names a module it lacks would not start."""
    common = [
        "--add-opens", "jdk.jshell/jdk.jshell=ALL-UNNAMED",  # the kernel looks into JShell
        "-Djava.awt.headless=true",  # figures are drawn into memory
        "-Dfile.encoding=UTF-8",  # the default from JDK 18 on
        "-Duser.language=en", "-Duser.country=GB",  # numbers are printed alike on every machine
        HEAP,
    ]
    vectors = ["--add-modules", VECTORS] if jdk.vectors else []
    native = ["--enable-native-access=ALL-UNNAMED"] if jdk.feature >= 22 else []  # OpenBLAS by foreign call
    # protobuf, which stores Tribuo's models, calls methods of which JDK 24 and newer warn in four lines
    unsafe = ["--sun-misc-unsafe-memory-access=allow"] if jdk.feature >= 24 else []
    return common + vectors + native + unsafe


def write(checkout, jdk):
    """Writes the kernelspec to where the virtual environment's Jupyter looks."""
    steps.write(checkout.kernelspec / "logging.properties", LOGGING)
    text = json.dumps(spec(checkout, jdk), indent=2, ensure_ascii=False) + "\n"
    steps.write(checkout.kernelspec / "kernel.json", text)
