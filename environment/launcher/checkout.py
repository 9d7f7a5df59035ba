"""Where things are in a checkout of the repository."""

from dataclasses import dataclass
from pathlib import Path

from launcher import systems


@dataclass(frozen=True)
class Checkout:
    """The repository at `root` (an absolute path) on the system of this name (see `systems`)."""

    root: Path
    system: str

    @classmethod
    def here(cls):
        """The checkout that this file belongs to, on this system."""
        return cls(Path(__file__).resolve().parents[2], systems.name())

    @property
    def environment(self):
        return self.root / "environment"

    @property
    def notebooks(self):
        return self.root / "notebooks"

    @property
    def export(self):
        """Where the exported pages go."""
        return self.environment / "export"

    @property
    def web(self):
        """The package with the web parts, for exported pages and for surfaces that are turned."""
        return self.environment / "web"

    @property
    def plotly(self):
        """The folder with the one file of plotly.js, which turns surfaces."""
        return self.web / "node_modules" / "plotly.js-gl3d-dist-min"

    @property
    def venv(self):
        return self.environment / ".venv"

    @property
    def python(self):
        """The Python of the virtual environment, which has Jupyter."""
        return self.venv / systems.venv_program(self.system, "python")

    @property
    def peers(self):
        """The virtual environments of the peers that the benchmarks run beside ours."""
        return self.environment / ".peers"

    @property
    def bench_results(self):
        """Where the benchmarks put their figures."""
        return self.environment / "bench-results"

    @property
    def jjava(self):
        """The kernel, as PyPI's package `jjava` lays it down."""
        return self.venv / "share" / "jupyter" / "kernels" / "java" / "jjava.jar"

    @property
    def kernelspec(self):
        return self.venv / "share" / "jupyter" / "kernels" / "mml"

    @property
    def bundle(self):
        """What a bundle brought for set-ups without a network, if this checkout was set up from one."""
        return self.environment / ".bundle"

    @property
    def jupyter(self):
        """Settings, workspaces and run-time files of our JupyterLab, apart from the user's own Jupyter."""
        return self.environment / ".jupyter"

    @property
    def set_up_lock(self):
        """Held while a step of the set-up is done."""
        return self.environment / ".set-up.lock"

    @property
    def lab_lock(self):
        """Held as long as our JupyterLab is open."""
        return self.environment / ".lab.lock"

    @property
    def target(self):
        """What Maven makes of the library."""
        return self.root / "lib" / "target"

    @property
    def jar(self):
        return self.target / "mml-0.1.jar"

    @property
    def dependencies(self):
        return self.target / "dependencies"
