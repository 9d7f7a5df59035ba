"""What the tests share: the checkout that they run in, set up by `environment/seminar test`."""

import functools
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

ENVIRONMENT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ENVIRONMENT), str(Path(__file__).resolve().parent)]

import browsing  # noqa: E402
from launcher import jdk as jdks  # noqa: E402
from launcher.checkout import Checkout  # noqa: E402
from pages import __main__ as pages, page, running  # noqa: E402

LINES = []


@pytest.fixture(scope="session")
def checkout():
    return Checkout.here()


@pytest.fixture(scope="session")
def jdk(checkout):
    """The JDK of this run of the tests, which `environment/seminar test` passes on."""
    return jdks.choose(checkout.system)


@pytest.fixture(scope="session")
def node():
    """The Node that typesets formulas, which `environment/seminar test` passes on."""
    return os.environ["MML_NODE"]


@pytest.fixture(scope="session")
def ran(node):
    """Runs a notebook twice in one fresh kernel, and makes its page from the first run; each notebook once a session.

    Gives `first` and `second` (notebooks with outputs), `seconds` of both, and `page`, which lies in `path`.
    """
    @functools.cache
    def ran(notebook):
        name = pages.shown(notebook)
        with running.fresh_kernel(notebook, name) as run:
            first, seconds = run.all_cells(), run.seconds
            second, again = run.all_cells(), run.seconds
        text = page.html(first, name, node, notebook.parent)
        path = pages.place(notebook) if notebook.is_relative_to(pages.ROOT) else notebook.with_suffix(".html")
        page.write(path, text)
        return SimpleNamespace(name=name, first=first, second=second, seconds=(seconds, again), page=text,
                               path=path)
    return ran


@pytest.fixture(scope="module")
def browser():
    with browsing.started() as browser:
        yield browser


@pytest.fixture
def tell():
    """Takes a line that is shown at the end of the run."""
    return LINES.append


def pytest_terminal_summary(terminalreporter):
    if LINES:
        terminalreporter.section("measured")
        for line in LINES:
            terminalreporter.write_line(line)
