"""`python -m pages --node NODE NOTEBOOK...`: runs each notebook and writes its page; stops at the first failure."""

import argparse
import sys
import time
from pathlib import Path

from launcher import causes
from pages import page, running

ROOT = Path(__file__).resolve().parents[2]
EXPORT = ROOT / "environment" / "export"


def main():
    parser = argparse.ArgumentParser(prog="pages")
    parser.add_argument("--node", required=True, help="the Node that typesets formulas")
    parser.add_argument("notebooks", nargs="+", type=Path)
    options = parser.parse_args()
    try:
        require_places_of_their_own(options.notebooks)
        for notebook in options.notebooks:
            export(notebook, options.node)
    except running.Failed as failure:
        print(failure, file=sys.stderr)
        return 1
    except OSError as problem:
        print(causes.of(problem, ROOT), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; the pages written so far are complete.", file=sys.stderr)
        return 1
    return 0


def require_places_of_their_own(notebooks):
    """Refuses two notebooks whose pages would be one file."""
    taken = {}
    for notebook in notebooks:
        other = taken.setdefault(place(notebook), notebook)
        if other != notebook:
            raise running.Failed(f"{other} and {notebook} would both become {place(notebook).name}; export them one by one")


def export(notebook, node):
    """Runs one notebook and writes its page, with one line that says so."""
    start = time.perf_counter()
    name = shown(notebook)
    with running.fresh_kernel(notebook, name) as run:
        done = run.all_cells()
    target = place(notebook)
    page.write(target, page.html(done, name, node, notebook.parent))
    print(f"{target.relative_to(ROOT).as_posix()}, {time.perf_counter() - start:.1f} s", flush=True)


def shown(notebook):
    """The notebook's name in messages."""
    return notebook.relative_to(ROOT).as_posix() if notebook.is_relative_to(ROOT) else notebook.name


def place(notebook):
    """Where the page of a notebook goes: as it lies under notebooks/, or by its name alone."""
    folder = ROOT / "notebooks"
    below = notebook.relative_to(folder) if notebook.is_relative_to(folder) else Path(notebook.name)
    return EXPORT / below.with_suffix(".html")


if __name__ == "__main__":
    sys.exit(main())
