"""Copies a notebook to notebooks/mine/, where it is yours: git and the tests leave it alone."""

import shutil

from launcher.failure import Failure


def options(parser):
    parser.add_argument("paper", metavar="PAPER", help="how the paper's folder in notebooks/ begins, such as 3")
    parser.add_argument("role", metavar="ROLE", help="the notebook's name, such as hacker")


def run(checkout, options):
    """Copies the notebook and the stored results that it shows; returns the exit status."""
    source = find(checkout, options.paper, options.role)
    copied = copy(checkout, source)
    print(f"{copied.relative_to(checkout.root).as_posix()} is your copy; environment/seminar lab opens it like the others.")
    return 0


def find(checkout, paper, role):
    """The notebook of this role in the one paper's folder that begins so."""
    if not paper.strip() or not role.strip():
        raise Failure("PAPER and ROLE must not be empty; an example: environment/seminar mine 3 hacker")
    folders = [path for path in sorted(checkout.notebooks.glob("*")) if path.is_dir() and path.name != "mine"]
    fitting = [path for path in folders if path.name.lower().startswith(paper.lower())]
    if len(fitting) != 1:
        said = "No paper" if not fitting else "More than one paper"
        raise Failure(f"{said} begins with {paper}; there are: {', '.join(path.name for path in folders)}")
    notebook = fitting[0] / f"{role.lower().removesuffix('.ipynb').replace(' ', '-')}.ipynb"
    if not notebook.is_file():
        roles = ", ".join(path.stem for path in sorted(fitting[0].glob("*.ipynb")))
        raise Failure(f"{fitting[0].name} has no notebook {role}; there are: {roles or 'none yet'}")
    return notebook


def copy(checkout, source):
    """The copy of a notebook, made with the stored results beside it; what is there already is never overwritten."""
    target = place(checkout, source)
    if target.exists():
        raise Failure(f"{target.relative_to(checkout.root).as_posix()} exists and may hold your work: rename it, "
                      "and a new copy can be made")
    for result in sorted((source.parent / "results").glob("*.json")):
        _copy_new(result, target.parent / "results" / result.name)
    _copy_new(source, target)
    return target


def place(checkout, source):
    """Where the copy of a notebook lies."""
    return checkout.notebooks / "mine" / f"{source.parent.name}-{source.name}"


def _copy_new(source, target):
    if not target.exists():  # a result that was computed anew for another copy stays
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f".{target.name}.tmp")
        shutil.copyfile(source, temporary)
        temporary.replace(target)
