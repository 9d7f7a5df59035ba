"""The rules of a notebook that a program can check; each rule is a function that returns the sentences of complaint."""

import re

import java_source as java
from pages import verdict

LINES, LINES_OF_THE_ALGORITHM, WORDS = 15, 25, 120
SLIDES = range(4, 7)
DECKS = ("first", "second", "both")
ABSOLUTE = r"(?<![\w./:])/(?:home|Users|tmp|usr|etc|var|opt|mnt|root|work|srv|media)/|\b[A-Z]:\\|file:/"
REMOTE = r"<(?:img|script|link|iframe)\b[^>]*https?:|!\[[^\]]*\]\(\s*https?:|@import\s+.{0,5}https?:|\bcdn\b"


def broken(notebook):
    """Every sentence of complaint about a notebook, of all rules; a draft has claims still to be made."""
    rules = [no_claims_yet if rule is summary_counts_the_claims and is_draft(notebook) else rule for rule in RULES]
    return [sentence for rule in rules for sentence in rule(notebook)]


def is_draft(notebook):
    return verdict.is_draft(notebook.cells)


def kernel_is_ours(notebook):
    name = notebook.metadata.get("kernelspec", {}).get("name")
    return [] if name == "mml" else [f"metadata: kernelspec must be mml, is {name}"]


def first_cell_is_the_title(notebook):
    """Paper and role as a heading; the question; the minutes to present; the seconds to run."""
    cell = notebook.cells[0] if notebook.cells else None
    if cell is None or cell.cell_type != "markdown" or not cell.source.startswith("# "):
        return ["cell 1: must be markdown that begins with a heading '# '"]
    wanted = {"a question (?)": r"\?", "the minutes to present": r"\bminutes?\b", "the seconds to run": r"\bseconds?\b"}
    return [f"cell 1: must state {what}" for what, words in wanted.items() if not re.search(words, cell.source)]


def second_cell_is_the_preamble(notebook):
    """Imports only, and no import anywhere else."""
    cell = notebook.cells[1] if len(notebook.cells) > 1 else None
    if cell is None or cell.cell_type != "code":
        return ["cell 2: must be code, the preamble"]
    lines = java.code_only(cell.source).splitlines()
    strange = [line.strip() for line in lines if line.strip() and not re.fullmatch(r"\s*import\s[\w\s.*]+;\s*", line)]
    found = [f"cell 2: the preamble must hold imports only, has '{line}'" for line in strange[:1]]
    late = [number for number, other in code(notebook)[1:]
            if re.search(r"^\s*import\s", java.top_level(other.source), re.MULTILINE)]
    return found + [f"cell {number}: an import must stand in the preamble" for number in late]


def no_top_level_var(notebook):
    """Its value would be lost when a method or class that its initialiser used is defined again."""
    return [f"cell {number}: a top-level variable must have a type, not var" for number, cell in code(notebook)
            if re.search(r"(?<!\w)var\s+\w+", java.top_level(cell.source))]


def code_cells_are_short(notebook):
    """At most 15 lines, one cell (the paper's algorithm) up to 25; the preamble is not counted."""
    lines = {number: len(cell.source.strip().splitlines()) for number, cell in code(notebook) if number != 2}
    long = [number for number, count in lines.items() if count > LINES]
    too_long = [number for number in long if lines[number] > LINES_OF_THE_ALGORITHM]
    return ([f"cell {number}: has {lines[number]} lines, {LINES_OF_THE_ALGORITHM} are the most" for number in too_long]
            + [f"cells {long}: only one cell may have more than {LINES} lines"] * (len(long) > 1))


def markdown_cells_are_short(notebook):
    counts = [(number, words(cell.source)) for number, cell in markdown(notebook)]
    return [f"cell {number}: has {count} words, {WORDS} are the most" for number, count in counts if count > WORDS]


def prose_and_code_alternate(notebook):
    """At most three code cells follow a markdown cell."""
    kinds = [cell.cell_type for cell in notebook.cells]
    return [f"cell {index + 1}: no markdown cell among the three before it" for index, kind in enumerate(kinds)
            if kind == "code" and "markdown" not in kinds[max(0, index - 3):index]]


def committed_without_outputs(notebook):
    return [f"cell {number}: must be committed without output and execution count" for number, cell in code(notebook)
            if cell.get("outputs") or cell.get("execution_count") is not None]


def summary_counts_the_claims(notebook):
    """The last code cell calls summary(n), n is the number of checks and reports, no two have the same text."""
    cells = code(notebook)
    texts = claims(notebook)
    stated = java.arguments(cells[-1][1].source, ["summary"]) if cells else []
    found = [] if stated == [[str(len(texts))]] else [
        f"cell {cells[-1][0] if cells else 1}: must call summary({len(texts)}) once, as there are {len(texts)} "
        f"calls of check and report; calls it with {stated}"]
    twice = sorted({text for text in texts if texts.count(text) > 1})
    return found + [f"two claims have the same text: {text}" for text in twice] + [
        "there must be at least one check or report"] * (not texts)


def no_claims_yet(notebook):
    """A check in a draft would count as one of the paper's claims, made by nobody."""
    return [f"a draft must contain no check and no report, has: {text}" for text in claims(notebook)]


def slides_form_two_decks(notebook):
    """Four to six slides for each partner; a cell on a slide says whose it is, a slide has notes with its seconds."""
    typed = [(number, cell, slide_type(cell)) for number, cell in enumerate(notebook.cells, 1) if slide_type(cell)]
    found = [f"cell {number}: is on a slide, so metadata mml.deck must be one of {', '.join(DECKS)}; is {deck(cell)}"
             for number, cell, _ in typed if deck(cell) not in DECKS]
    slides = [index for index, (_, _, kind) in enumerate(typed) if kind == "slide"]
    for name in DECKS[:2]:
        count = sum(deck(typed[index][1]) in (name, "both") for index in slides)
        if count not in SLIDES:
            found.append(f"the {name} deck has {count} slides, must have {SLIDES.start} to {SLIDES.stop - 1}")
    for index, end in zip(slides, slides[1:] + [len(typed)]):
        notes = [cell.source for _, cell, kind in typed[index:end] if kind == "notes"]
        if not any(re.search(r"\b\d+\s*(s|seconds)\b", note) for note in notes):
            found.append(f"cell {typed[index][0]}: the slide has no speaker notes that give its seconds")
    return found


def questions_are_one_numbered_list(notebook):
    tagged = [(number, cell) for number, cell in enumerate(notebook.cells, 1)
              if "questions" in cell.metadata.get("tags", [])]
    if len(tagged) != 1 or tagged[0][1].cell_type != "markdown":
        return [f"exactly one markdown cell must be tagged questions, found {[number for number, _ in tagged]}"]
    number, cell = tagged[0]
    numbered = re.search(r"^1\. ", cell.source, re.MULTILINE)
    return [] if numbered else [f"cell {number}: questions must be a numbered list that begins with 1."]


def nothing_from_elsewhere(notebook):
    found = [(number, re.search(REMOTE, cell.source, re.IGNORECASE)) for number, cell in enumerate(notebook.cells, 1)]
    return [f"cell {number}: fetches from a network: {match[0][:60]}" for number, match in found if match]


def no_absolute_path(notebook):
    found = [(number, re.search(ABSOLUTE, cell.source)) for number, cell in enumerate(notebook.cells, 1)]
    return [f"cell {number}: names an absolute path: {match[0]}" for number, match in found if match]


RULES = [
    kernel_is_ours, first_cell_is_the_title, second_cell_is_the_preamble, no_top_level_var, code_cells_are_short,
    markdown_cells_are_short, prose_and_code_alternate, committed_without_outputs, summary_counts_the_claims,
    slides_form_two_decks, questions_are_one_numbered_list, nothing_from_elsewhere, no_absolute_path,
]


def claims(notebook):
    """The text of each check and report in the file, in order."""
    calls = java.arguments("\n".join(cell.source for _, cell in code(notebook)), ["check", "report"])
    return [call[0] if call else "" for call in calls]


def code(notebook):
    """The code cells, each with its number; cells are counted from 1."""
    return [(number, cell) for number, cell in enumerate(notebook.cells, 1) if cell.cell_type == "code"]


def markdown(notebook):
    return [(number, cell) for number, cell in enumerate(notebook.cells, 1) if cell.cell_type == "markdown"]


def words(source):
    """The number of words in prose; a formula counts as one."""
    prose = re.sub(r"\$\$.*?\$\$|\$[^$\n]+\$", " formula ", source, flags=re.DOTALL)
    return sum(bool(re.search(r"\w", word)) for word in prose.split())


def deck(cell):
    return cell.metadata.get("mml", {}).get("deck")


def slide_type(cell):
    """The kind of slide that a cell is on; none if it is on no slide or continues one."""
    kind = cell.metadata.get("slideshow", {}).get("slide_type")
    return None if kind in (None, "", "-", "skip") else kind
