"""What only Java can tell of this machine, as findings of the doctor: asked once, in the way the kernel is started."""

from pathlib import Path

from launcher import kernel, preparation, programs, systems
from launcher.failure import Failure
from launcher.finding import FOUND, LATER, SUSPICIOUS, Finding

PROGRAM = Path(__file__).with_name("Surroundings.java")
QUICK = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]  # it runs for a second: no time to optimise
LEAST_MEMORY = 4  # GB: the kernel takes one, JupyterLab and a browser most of the rest


def answers(checkout, jdk):
    """The answers by name; one that begins with an exclamation mark says why there is none.

    Where no notebook has run yet, OpenBLAS is unpacked into JavaCPP's cache, as the first one would do.
    """
    if isinstance(jdk, Failure):
        raise jdk
    parts = [checkout.jar, checkout.dependencies / "*"] if is_built(checkout, jdk) else []
    class_path = ["-cp", systems.class_path(checkout.system, parts)] if parts else []
    lines = programs.answer([jdk.java, *kernel.flags(jdk), *QUICK, *class_path, str(PROGRAM)]).splitlines()
    return dict(line.split("\t", 1) for line in lines if "\t" in line)


def is_built(checkout, jdk):
    """Whether the library is there and whole."""
    return checkout.jar.is_file() and preparation.library_step(checkout, jdk).flaw() is None


def everything(checkout, jdk):
    """The findings of all answers; without a JDK that can be asked there are none but those of the arithmetic."""
    try:
        told = answers(checkout, jdk)
    except Failure as failure:
        if isinstance(jdk, Failure):
            yield Finding(LATER, "Matrix products", "not known without a JDK")
            yield Finding(LATER, "Convolutions", "not known without a JDK")
        else:
            yield Finding(SUSPICIOUS, "Java", f"{failure}. The kernel starts in the same way")
        return
    built = is_built(checkout, jdk)
    yield products(told["products"], built)
    yield convolutions(told["convolutions"], built)
    yield fonts(told["fonts"], checkout.system)
    yield memory(told["memory"])


def arithmetic(thing, answer, is_built):
    """What the library told of its arithmetic, or why it did not."""
    if not is_built:
        return Finding(LATER, thing, "not known before the library is built")
    if answer.startswith("!"):
        why = f"the library did not tell: {answer[2:]}. Delete lib/target, and the next `lab` builds it anew"
        return Finding(SUSPICIOUS, thing, why)
    return Finding(FOUND, thing, answer)


def convolutions(answer, is_built):
    """How the library computes convolutions; either way is right, and many processors have no long vectors."""
    return arithmetic("Convolutions", answer, is_built)


def products(name, is_built):
    """By what the library multiplies matrices."""
    if is_built and name.startswith("plain Java"):
        why = (f"{name}, as OpenBLAS does not load here: right, but many times slower; "
               "try a JDK for this very processor: --jdk PATH")
        return Finding(SUSPICIOUS, "Matrix products", why)
    return arithmetic("Matrix products", name, is_built)


def fonts(count, system):
    """The families that figures can be labelled with."""
    if count.isdigit() and int(count) > 0:
        return Finding(FOUND, "Fonts", f"{count} families that Java can draw")
    why = f" ({count[2:]})" if count.startswith("!") else ""
    lacks = f"Java finds none{why}, so figures cannot be labelled"
    return Finding(SUSPICIOUS, "Fonts", f"{lacks}: {systems.install(system, 'fonts')}")


def memory(size):
    """The memory of the machine, or of the container that this runs in."""
    if not size.isdigit():
        return Finding(SUSPICIOUS, "Memory", f"Java did not tell its size: {size[2:]}")
    gigabytes = int(size) / 2**30
    if gigabytes < LEAST_MEMORY:
        tight = f"{gigabytes:.1f} GB, and less than {LEAST_MEMORY} GB is tight"
        return Finding(SUSPICIOUS, "Memory", f"{tight}: close other programs, and all tabs but the notebook's")
    return Finding(FOUND, "Memory", f"{gigabytes:.1f} GB")
