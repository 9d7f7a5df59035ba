"""Makes the folder of a further paper: five notebooks to be written, marked as drafts, and its entry in seminar.json."""

import json
import re
import subprocess
from pathlib import Path

from launcher import draft, jdk, preparation, steps, strip, systems
from launcher.failure import Failure

PROGRAM = Path(__file__).with_name("NewPaper.java")
KEY = re.compile(r"([1-9][0-9]*)((?:-[a-z0-9]+)+)")
KIND = re.compile(r"^=== (slide|text|notes|code|preamble) ?(first|second|both)? ?(questions)?\n", re.MULTILINE)
SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#|~&$!])")
MARK = re.compile(r"^(\d*)([-+=.])")  # what would begin a list or a rule at the beginning of a line
TABLE = re.compile(r"^(\| paper \|.*\n)\|[-| :]+\n((?:\|.*\n)*)", re.MULTILINE)
ROW = re.compile(r"^\| (\d+) .*\n", re.MULTILINE)


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
    require_free(checkout, number, options.key)
    year = year_of(options.key, names) if options.year is None else options.year
    authors = options.author or [name.capitalize() for name in names if name != str(year)]
    paper = {"TITLE": options.title, "AUTHORS": ", ".join(authors), "VENUE": options.venue, "YEAR": str(year)}
    require_text(options.title, options.venue, *authors)
    chosen = jdk.choose(checkout.system, options.jdk)
    preparation.require_writable(checkout)
    preparation.library(checkout, chosen)
    with draft.folder(checkout.notebooks, "paper") as made:
        drafts = write_drafts(checkout, made / options.key, paper)
        drafts.rename(folder)
        try:
            said = enter(checkout, chosen, [options.key, options.title, options.venue, str(year), *authors])
        except BaseException:
            if options.key not in entered(checkout):  # stopped after the entry was written, it keeps its folder
                folder.rename(drafts)  # nothing is left of it: it goes with the temporary folder
            raise
    print(f"notebooks/{options.key}/ has five drafts, to be written; notebooks/0-seminar/seminar.json has {said}.")
    print(enter_in_readme(checkout, number, options.key, f"{', '.join(authors)} {year}: {options.title}"))
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


def require_free(checkout, number, key):
    """Refuses a number that another paper has: commands name a paper by it."""
    folders = [path.name for path in sorted(checkout.notebooks.glob(f"{number}-*")) if path.is_dir()]
    papers = entered(checkout)
    if key in folders and papers and key not in papers:
        raise Failure(f"notebooks/{key}/ is there, but seminar.json has no entry for it, as after a run that was stopped midway: "
                      "delete the folder, or keep it elsewhere, and run the same command again")
    taken = folders + [paper for paper in papers if paper.startswith(f"{number}-")]
    if taken:
        raise Failure(f"The number {number} is that of {taken[0]}; take another")


def entered(checkout):
    """The keys of the papers in the seminar's file; none if it cannot be read, of which the library says more."""
    try:
        seminar = json.loads((checkout.notebooks / "0-seminar" / "seminar.json").read_text(encoding="utf-8"))
        return [str(paper["key"]) for paper in seminar["papers"]]
    except (OSError, ValueError, LookupError, TypeError):
        return []


def require_text(*texts):
    """Refuses what a terminal with other letters made of a text: nothing could write it."""
    for text in texts:
        try:
            text.encode()
        except UnicodeEncodeError as problem:
            raise Failure(f"{text.encode(errors='replace').decode()} has characters that are no UTF-8: set the terminal to UTF-8, "
                          "or fill it in later in seminar.json and the drafts") from problem


def write_drafts(checkout, folder, paper):
    """The drafts of all roles that there are plans for, in a new folder."""
    folder.mkdir()
    preamble = preamble_of(checkout)
    for plan in sorted((checkout.environment / "drafts").glob("*.md")):
        notebook = by_plan(plan.read_text(encoding="utf-8"), paper, preamble)
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


def by_plan(plan, paper, preamble):
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
    return MARK.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", " ".join(text.split())))


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
    """Adds the paper's row to the README's table, in the order of the numbers; says whether it could."""
    readme = checkout.root / "README.md"
    text = readme.read_text(encoding="utf-8", errors="surrogateescape") if readme.is_file() else ""
    table = TABLE.search(text)
    if not table:
        return "README.md has no table of papers that the row could be added to."
    roles = re.findall(r"[A-Z][A-Za-z ]+?(?= \|)", table[1])
    links = [f"[draft](notebooks/{key}/{role.lower().replace(' ', '-')}.ipynb)" for role in roles]
    row = f"| {number} {escaped(title)} | {' | '.join(links)} |\n"
    before = [match for match in ROW.finditer(table[2]) if int(match[1]) < int(number)]
    place = table.start(2) + (before[-1].end() if before else 0)
    try:
        steps.write(readme, text[:place] + row + text[place:])
    except (OSError, UnicodeEncodeError):
        return f"README.md cannot be written, or is no UTF-8; its table of papers lacks the row\n{row.strip()}"
    return "README.md has its row."
