"""A notebook run in a fresh kernel, with failed checks as errors (`MML_STRICT=1`)."""

import copy
import os
import re
import time
from contextlib import contextmanager

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from launcher import kernel

LONGEST_CELL = 120  # seconds; the limit of a whole notebook
LINES_OF_A_REASON = 6


class Failed(Exception):
    """A notebook could not be run to its end; the text names notebook, cell and reason."""


class Client(NotebookClient):
    """Takes note of when the first output came, as `time.perf_counter()` counts; None before."""

    first_output = None

    def process_message(self, message, cell, index):
        output = super().process_message(message, cell, index)
        if output is not None and self.first_output is None:
            self.first_output = time.perf_counter()
        return output


class Run:
    """A notebook in a kernel of its own, to which its cells can be sent more than once."""

    def __init__(self, name, source, client):
        self._name, self._source, self._client = name, source, client
        self.seconds = 0.0

    @property
    def first_output(self):
        """When the first output came, as `time.perf_counter()` counts; None before."""
        return self._client.first_output

    def all_cells(self, after=lambda cell: None, before=lambda cell: None):
        """Runs every cell in order, as Run All does; returns the notebook with its outputs, and sets `seconds`.

        `before` is given each code cell when it begins, `after` when it has run to its end.
        """
        start = time.perf_counter()
        notebook = copy.deepcopy(self._source)
        self._client.nb = notebook
        self._client.reset_execution_trackers()
        code_cells = 0
        for index, cell in enumerate(notebook.cells):
            if cell.cell_type == "code" and cell.source.strip():
                code_cells += 1
                before(cell)
                self._run(cell, index, f"{self._name}, code cell [{code_cells}]")
                after(cell)
        self.seconds = time.perf_counter() - start
        return notebook

    def _run(self, cell, index, place):
        start = time.perf_counter()
        try:
            self._client.execute_cell(cell, index)
        except CellExecutionError as problem:
            raise Failed(f"{place}: {reason(cell, problem)}") from problem
        except CellTimeoutError as problem:
            raise Failed(f"{place}: still running after {time.perf_counter() - start:.0f} s") from problem
        except DeadKernelError as problem:
            raise Failed(f"{place}: the kernel died while it ran") from problem


@contextmanager
def fresh_kernel(path, name=None, longest=LONGEST_CELL, heap=kernel.HEAP, **variables):
    """A `Run` of the notebook at `path`, called `name` in messages; the kernel ends with the block.

    `longest` is the limit of a cell in seconds (None: no limit), or a function that gives it when the cell begins;
    `heap` is the flag for its memory; `variables` are set for the kernel.
    """
    name = name or path.name
    source = read(path, name)
    limit = {"timeout_func": lambda cell: longest()} if callable(longest) else {"timeout": longest}
    client = Client(source, kernel_name="mml", coalesce_streams=True, **limit,
                    resources={"metadata": {"path": str(path.parent)}})
    client.km = client.create_kernel_manager()
    spec = client.km.kernel_spec
    if heap != kernel.HEAP and kernel.HEAP not in spec.argv:
        raise Failed(f"{name}: the kernel's command has no {kernel.HEAP} that could become {heap}")
    spec.argv = [heap if word == kernel.HEAP else word for word in spec.argv]
    try:
        client.start_new_kernel(env={**os.environ, "MML_STRICT": "1", **variables})
        client.start_new_kernel_client()
    except RuntimeError as problem:
        raise Failed(f"{name}: the kernel did not start: {problem}") from problem
    with client.setup_kernel():
        yield Run(name, source, client)


def read(path, name=None):
    """The notebook in the file `path`."""
    try:
        notebook = nbformat.read(path, as_version=4)
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError, nbformat.ValidationError) as problem:
        why = (str(problem).splitlines() or [type(problem).__name__])[0]
        raise Failed(f"{name or path}: not a notebook: {why}") from problem
    notebook.metadata["language_info"] = {"name": "java"}  # for the colours of the code
    return notebook


def reason(cell, problem):
    """What went wrong in a cell, in the kernel's words: the exception and its message, or the compiler's lines."""
    reports = [output.traceback for output in cell.outputs if output.output_type == "error"]
    plain = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(reports[-1])) if reports else f"{problem.ename}: {problem.evalue}"
    told = [line.removeprefix("|").strip() for line in plain.splitlines() if not line.startswith("\tat ")]
    return "\n  ".join([line for line in told if line][:LINES_OF_A_REASON])
