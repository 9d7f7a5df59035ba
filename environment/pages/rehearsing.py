"""`python -m pages.rehearsing [--network REASON] NOTEBOOK`: runs it once as in the talk; says whether it is ready."""

import argparse
import logging
import os
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from nbclient.exceptions import CellTimeoutError

from launcher import causes
from pages import running
from pages.__main__ import ROOT, shown
from pages.rehearsal import Rehearsal
from pages.verdict import draft, faults, report

LIMIT = 80  # seconds for the whole run, so that there is a verdict within 90


def main():
    parser = argparse.ArgumentParser(prog="pages.rehearsing")
    parser.add_argument("--network", metavar="REASON", help="why there is a network (default: there is none)")
    parser.add_argument("notebook", type=Path)
    options = parser.parse_args()
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)  # what a Ctrl-C leaves of nbclient
    logging.getLogger("traitlets").setLevel(logging.CRITICAL)  # nbclient's own words for what is said below
    try:
        return rehearse(options.notebook, options.network)
    except running.Failed as failure:
        print(f"Not ready: {failure}")
    except OSError as problem:
        print(causes.of(problem, ROOT), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; nothing can be said of the notebook.", file=sys.stderr)
    return 1


def rehearse(notebook, network, limit=LIMIT):
    """Runs a notebook and prints what was measured and the verdict; returns 0 only if it is ready."""
    print(f"{shown(notebook)} runs as in the talk, in a fresh kernel ...", flush=True)
    place = shown(notebook) if notebook.is_relative_to(ROOT) else str(notebook)
    with run(notebook, limit) as seen:
        found = faults(seen, notebook, place, network is None) + draft(running.read(notebook).cells)
        verdict = "\n".join(["Not ready:", *(f"- {fault}" for fault in found)]) if found else "Ready."
        print(f"{report(seen, network)}\n\n{verdict}", flush=True)
    return 1 if found else 0


@contextmanager
def run(notebook, limit):
    """The `Rehearsal` of a notebook, cut short after `limit` seconds; the kernel ends after the block."""
    start = time.perf_counter()
    seen = Rehearsal(load=os.getloadavg()[0] / os.cpu_count() if hasattr(os, "getloadavg") else 0.0)

    def after(cell):
        seen.seconds.append(time.perf_counter() - start - seen.kernel - sum(seen.seconds))

    def left():
        return max(0.1, limit - (time.perf_counter() - start))

    with running.fresh_kernel(notebook, shown(notebook), left, MML_STRICT="0", MML_REPRODUCE="0") as kernel:
        seen.kernel = time.perf_counter() - start
        try:
            kernel.all_cells(after, before=seen.cells.append)
        except running.Failed as failure:
            seen.failure = str(failure)
            seen.is_cut_short = isinstance(failure.__cause__, CellTimeoutError)
        seen.whole = time.perf_counter() - start
        seen.first_output = kernel.first_output and kernel.first_output - start
        yield seen


if __name__ == "__main__":
    sys.exit(main())
