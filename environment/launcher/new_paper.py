"""Makes the folder of a further paper: five notebooks to be written, marked as drafts, and its entry in seminar.json."""

import json
import re
import subprocess
import tempfile
from pathlib import Path

from launcher import jdk, preparation, steps, strip, systems
from launcher.failure import Failure

PROGRAM = Path(__file__).with_name("NewPaper.java")
KEY = re.compile(r"([1-9][0-9]*)((?:-[a-z0-9]+)+)")
KIND = re.compile(r"^=== (slide|text|notes|code|preamble) ?(first|second|both)? ?(questions)?\n", re.MULTILINE)
SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#|~&$!])")
ROW = re.compile(r"^\| \d+ .*\n", re.MULTILINE)


def options(parser):
    parser.add_argument("key", metavar="KEY",
                        help="names the paper and its folder: number, authors, year, such as 6-smith-doe-2024")
    parser.add_argument("--title", default="Title to be filled in", help="the title in full")
    parser.add_argument("--author", action="append", metavar="NAME", help="an author as they sign; once for each")
    parser.add_argument("--venue", default="venue to be filled in", help="where it appeared")
    parser.add_argument("--year", type=int, help="when it appeared (default: the last part of KEY)")


def run(checkout, options):
    """Makes folder and entry, or changes nothing; returns the exit status."""
    number, names = parts(options.key)
    folder = checkout.notebooks / options.key
    require_free(checkout, number)
    year = options.year or year_of(options.key, names)
    authors = options.author or [name.capitalize() for name in names if name != str(year)]
    paper = {"TITLE": options.title, "AUTHORS": ", ".join(authors), "VENUE": options.venue, "YEAR": str(year)}
    chosen = jdk.choose(checkout.system, options.jdk)
    preparation.require_writable(checkout)
    preparation.library(checkout, chosen)
    with tempfile.TemporaryDirectory(prefix=".paper.", suffix=".tmp", dir=checkout.notebooks) as made:
        drafts = write_drafts(checkout, Path(made) / options.key, paper)
        drafts.rename(folder)
        try:
            said = enter(checkout, chosen, [options.key, options.title, options.venue, str(year), *authors])
        except BaseException:
            folder.rename(drafts)  # nothing is left of it: it goes with the temporary folder
            raise
    print(f"notebooks/{options.key}/ has five drafts, to be written; notebooks/0-seminar/seminar.json has {said}.")
    row = enter_in_readme(checkout, number, options.key, f"{', '.join(authors)} {year}: {options.title}")
    print("README.md has its row." if row else "README.md has no table of papers that the row could be added to.")
    if "to be filled in" in options.title + options.venue:
        print("What is to be filled in stands in seminar.json and in the first cell of each draft.")
    return 0


def parts(key):
    """The number with which a key begins, and its words."""
    form = KEY.fullmatch(key)
    if not form or len(key) > 60:
        raise Failure(f"KEY must be a number, authors and year, in small letters, with hyphens between, "
                      f"such as 6-smith-doe-2024; was {key}")
    return form[1], form[2].split("-")[1:]


def year_of(key, names):
    if not re.fullmatch(r"[12]\d{3}", names[-1]):
        raise Failure(f"{key} does not end with a year: add one, --year 2024")
    return int(names[-1])


def require_free(checkout, number):
    """Refuses a number that another paper has: commands name a paper by it."""
    taken = [path.name for path in sorted(checkout.notebooks.glob(f"{number}-*")) if path.is_dir()]
    if taken:
        raise Failure(f"The number {number} is that of {taken[0]}; take another")


def write_drafts(checkout, folder, paper):
    """The drafts of all roles that there are plans for, in a new folder."""
    folder.mkdir()
    preamble = preamble_of(checkout)
    for plan in sorted((checkout.environment / "drafts").glob("*.md")):
        notebook = draft(plan.read_text(encoding="utf-8"), paper, preamble)
        (folder / f"{plan.stem}.ipynb").write_bytes(strip.stripped(json.dumps(notebook).encode()))
    return folder


def preamble_of(checkout):
    """The imports that every notebook begins with."""
    source = checkout.notebooks / "0-seminar" / "data.ipynb"
    try:
        cell = json.loads(source.read_text(encoding="utf-8"))["cells"][1]
        return "".join(cell["source"])
    except (OSError, ValueError, LookupError, TypeError) as problem:
        raise Failure(f"{source.relative_to(checkout.root).as_posix()} has no second cell to take the imports from: "
                      "git checkout brings it back") from problem


def draft(plan, paper, preamble):
    """A notebook by a plan: cells, each after a line that says its kind, its deck and its tag."""
    pieces = KIND.split(plan)
    cells = []
    for count, (kind, deck, tag, text) in enumerate(zip(*[iter(pieces[1:])] * 4)):
        for name, value in paper.items():
            text = text.replace(f"[{name}]", escaped(value))
        cells.append(_cell(count, kind, deck, tag, preamble if kind == "preamble" else text.strip()))
    return {"cells": cells, "metadata": {"kernelspec": strip.KERNEL}, "nbformat": 4, "nbformat_minor": 5}


def escaped(text):
    """A text in one line, in which nothing is a mark of Markdown."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _cell(count, kind, deck, tag, text):
    is_code = kind in ("code", "preamble")
    metadata = {"slideshow": {"slide_type": kind if kind in ("slide", "notes") else "-"}}
    if deck:
        metadata["mml"] = {"deck": deck}
    if tag:
        metadata["tags"] = [tag]
    cell = {"cell_type": "code" if is_code else "markdown", "id": f"cell-{count:02d}", "metadata": metadata,
            "source": text.splitlines(keepends=True)}
    return {**cell, "execution_count": None, "outputs": []} if is_code else cell


def enter(checkout, jdk, paper):
    """Lets the library add the paper to the seminar's file; what it says of it."""
    class_path = systems.class_path(checkout.system, [checkout.jar, checkout.dependencies / "*"])
    seminar = checkout.notebooks / "0-seminar" / "seminar.json"
    command = [str(jdk.java), "-cp", class_path, str(PROGRAM), str(seminar), *paper]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")
    if done.returncode != 0:
        said = done.stderr.strip() or f"Java ended with {done.returncode}"
        raise Failure(f"The paper cannot be added: {said}. Nothing was changed")
    return done.stdout.strip()


def enter_in_readme(checkout, number, key, title):
    """Adds the paper's row to the README's table, in the order of the numbers; whether there is such a table."""
    readme = checkout.root / "README.md"
    text = readme.read_text(encoding="utf-8") if readme.is_file() else ""
    rows = list(ROW.finditer(text))
    if not rows:
        return False
    roles = re.findall(r"[A-Z][A-Za-z ]+?(?= \|)", text[:rows[0].start()].splitlines()[-2])
    links = [f"[draft](notebooks/{key}/{role.lower().replace(' ', '-')}.ipynb)" for role in roles]
    row = f"| {number} {escaped(title)} | {' | '.join(links)} |\n"
    before = [match for match in rows if int(match[0].split()[1]) < int(number)]
    place = before[-1].end() if before else rows[0].start()
    steps.write(readme, text[:place] + row + text[place:])
    return True
