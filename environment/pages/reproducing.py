"""`python -m pages.reproducing [--key KEY] NOTEBOOK...`: computes stored results anew; stops at the first failure."""

import argparse
import sys
from pathlib import Path

from launcher import causes, kernel
from pages import running
from pages.__main__ import ROOT, shown

STORED = "application/vnd.mml.stored+json"


def main():
    parser = argparse.ArgumentParser(prog="pages.reproducing")
    parser.add_argument("--key", help="the one result to compute anew")
    parser.add_argument("notebooks", nargs="+", type=Path)
    options = parser.parse_args()
    try:
        for notebook in options.notebooks:
            reproduce(notebook, options.key)
    except running.Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    except OSError as problem:
        print(causes.of(problem, ROOT), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; what was reported is written, everything else is as it was.", file=sys.stderr)
        return 1
    return 0


def reproduce(notebook, key):
    """Runs one notebook, with one line for each result as soon as it is written."""
    name = shown(notebook)
    written = []

    def report(cell):
        for result in reproduced(cell):
            written.append(result["key"])
            print(f"{result['key']}: {result['seconds']:.1f} s, {name}", flush=True)

    one = {"MML_REPRODUCE_KEY": key} if key else {}
    with running.fresh_kernel(notebook, name, longest=None, heap=kernel.ROOMY, MML_REPRODUCE="1", **one) as run:
        run.all_cells(after=report)
    if key not in [None, *written] or not written:
        raise running.Failed(f"{name}: ran to its end without asking for {key or 'a stored result'}")


def reproduced(cell):
    """What a cell says of the results that it has computed anew: `key` and `seconds`."""
    known = [output["data"].get(STORED) for output in cell.outputs if "data" in output]
    return [result for result in known if result and result["state"] == "reproduced"]


if __name__ == "__main__":
    sys.exit(main())
