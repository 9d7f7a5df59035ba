"""The virtual environments of the peers, apart from Jupyter's: NumPy alone, or with JAX and PyTorch, which are large."""

import shutil
import sys
from dataclasses import dataclass

from launcher import preparation, steps, systems
from launcher.failure import Failure

GIGABYTE = 2**30


@dataclass(frozen=True)
class Peers:
    """Some peers that are installed together: how they are called, what pins them, and their size in words and in GB."""

    names: tuple
    folder: str
    pins: str
    size: str
    gigabytes: float

    def place(self, checkout):
        return checkout.peers / self.folder

    def python(self, checkout):
        return self.place(checkout) / systems.venv_program(checkout.system, "python")


SMALL = Peers(("NumPy",), "numpy", "numpy.txt", "about 100 MB", 0.2)
LARGE = Peers(("NumPy", "JAX", "PyTorch"), "all", "all.txt", "about 6 GB, most of it CUDA, which PyTorch brings along", 10)


def prepare(checkout, peers):
    """Installs peers unless they are there; returns the Python that has them. Their size is said before."""
    preparation.require_writable(checkout)
    folder, python = peers.place(checkout), peers.python(checkout)
    pins = checkout.environment / "bench" / "requirements" / peers.pins
    wanted = f"{steps.fingerprint(pins.parent, pins.name)} Python {sys.version.split()[0]} {folder}"
    step = steps.Step(", ".join(peers.names), folder / "seminar.stamp", wanted, (folder,))
    steps.carry_out(step, lambda: _install(checkout, peers, pins), lambda: preparation.python_flaw(python),
                    preparation.alone(checkout, step))
    return python


def _install(checkout, peers, pins):
    free = shutil.disk_usage(checkout.environment).free / GIGABYTE
    if free < peers.gigabytes:
        raise Failure(f"{', '.join(peers.names)} take {peers.size}, and while pip unpacks them {peers.gigabytes:g} GB; "
                      f"{checkout.environment} has {free:.1f} GB free. Make room, or let bench run without --peers")
    print(f"{peers.size}, into {peers.place(checkout).relative_to(checkout.root)} ...", end=" ", flush=True)
    python = peers.python(checkout)
    preparation.make_venv(checkout, peers.place(checkout), python)
    preparation.run_pip(checkout, "it says", "install", "--requirement", str(pins), python=python)
