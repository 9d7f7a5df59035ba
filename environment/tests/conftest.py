"""What the tests share: the checkout that they run in, set up by `environment/seminar test`."""

import os
import sys
from pathlib import Path

import pytest

ENVIRONMENT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ENVIRONMENT), str(Path(__file__).resolve().parent)]

from launcher import jdk as jdks  # noqa: E402
from launcher.checkout import Checkout  # noqa: E402

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


@pytest.fixture
def tell():
    """Takes a line that is shown at the end of the run."""
    return LINES.append


def pytest_terminal_summary(terminalreporter):
    if LINES:
        terminalreporter.section("measured")
        for line in LINES:
            terminalreporter.write_line(line)
