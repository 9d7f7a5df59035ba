"""The folder of a further paper: five drafts by the plans, which follow the rules and run; its entry in the seminar's file."""

import json
import re
import shutil
from types import SimpleNamespace

import nbformat
import pytest

import rules
from launcher import jdk, new_paper
from launcher.checkout import Checkout
from launcher.failure import Failure

HERE = Checkout.here()
ROLES = ["archaeologist", "author", "hacker", "private-investigator", "reviewer"]
KEY = "6-smith-doe-2024"
SLIDES = HERE.root / "lib" / "src" / "test" / "resources" / "mml" / "seminar" / "slides.json"


@pytest.fixture
def own(tmp_path):
    """A checkout with the library of this one and the slides' seminar, whatever this one holds."""
    own = Checkout(tmp_path / "own", HERE.system)
    own.notebooks.mkdir(parents=True)
    for part in ("lib", "environment"):
        (own.root / part).symlink_to(HERE.root / part)
    shutil.copy(HERE.root / "pom.xml", own.root)
    readme = (HERE.root / "README.md").read_text(encoding="utf-8").splitlines(keepends=True)
    five = [line for line in readme if not re.match(r"\| (?:[6-9]|\d\d) ", line)]
    (own.root / "README.md").write_text("".join(five), encoding="utf-8")
    seminar = own.notebooks / "0-seminar"
    seminar.mkdir()
    shutil.copy(HERE.notebooks / "0-seminar" / "data.ipynb", seminar)
    shutil.copy(SLIDES, seminar / "seminar.json")
    return own


def add(own, key=KEY, **changed):
    options = {"key": key, "title": "Title to be filled in", "author": None, "venue": "venue to be filled in", "year": None,
               "jdk": str(jdk.choose(HERE.system, None).home)}
    assert new_paper.run(own, SimpleNamespace(**{**options, **changed})) == 0
    return own.notebooks / key


def seminar(own):
    return json.loads((own.notebooks / "0-seminar" / "seminar.json").read_text(encoding="utf-8"))


def everything(own):
    files = sorted(path for folder in (own.notebooks, own.root) for path in folder.glob("**/*" if folder != own.root else "*"))
    return {path.as_posix(): path.read_bytes() for path in files if path.is_file()}


def test_five_drafts_follow_the_rules_and_say_that_they_are_drafts(own):
    folder = add(own)
    drafts = {path.stem: nbformat.read(path, as_version=4) for path in sorted(folder.glob("*.ipynb"))}
    assert list(drafts) == ROLES
    preamble = nbformat.read(HERE.notebooks / "0-seminar" / "data.ipynb", as_version=4).cells[1].source
    for role, notebook in drafts.items():
        nbformat.validate(notebook)
        assert rules.broken(notebook) == [], role
        assert rules.is_draft(notebook) and rules.claims(notebook) == []
        assert notebook.cells[0].source.startswith("# Title to be filled in: " + role.replace("-", " ").title())
        assert notebook.cells[1].source == preamble
        assert not any(f"[{word}]" in cell.source for cell in notebook.cells for word in ("TITLE", "AUTHORS", "VENUE", "YEAR"))


def test_the_paper_is_entered_and_the_rota_extended_while_the_rest_stays(own, capsys):
    before = seminar(own)
    add(own, title="A <b>bold</b> | title", author=["J. Smith", "M. Doe"], venue="arXiv")
    after = seminar(own)
    assert after["papers"][:5] == before["papers"]
    assert after["papers"][5] == {"key": KEY, "authors": ["J. Smith", "M. Doe"], "title": "A <b>bold</b> | title",
                                  "venue": "arXiv", "year": 2024, "links": {}}
    rota = after["rota"].pop(KEY)
    assert after["rota"] == before["rota"]
    assert sorted(number for partners in rota.values() for number in partners) == list(range(1, 11))
    first = nbformat.read(own.notebooks / KEY / "hacker.ipynb", as_version=4).cells[0].source
    assert first.startswith(r"# A \<b\>bold\</b\> \| title: Hacker") and "J. Smith, M. Doe. arXiv, 2024." in first
    assert capsys.readouterr().out.splitlines()[-2:] == [
        f"notebooks/{KEY}/ has five drafts, to be written; notebooks/0-seminar/seminar.json has its entry and its roles in the "
        "rota, where nothing else has changed.", "README.md has its row."]


def test_the_readme_shows_the_drafts(own):
    add(own)
    lines = (own.root / "README.md").read_text(encoding="utf-8").splitlines()
    row = next(line for line in lines if line.startswith("| 6 "))
    assert lines[lines.index(row) - 1].startswith("| 5 ")
    assert row == "| 6 Smith, Doe 2024: Title to be filled in | " + " | ".join(
        f"[draft](notebooks/{KEY}/{role}.ipynb)"
        for role in ("author", "reviewer", "archaeologist", "hacker", "private-investigator")) + " |"


@pytest.mark.parametrize("key, changed, sentence", [
    ("smith-2024", {}, "KEY must be a number, authors and year, in small letters, with hyphens between, such as "
                       "6-smith-doe-2024; was smith-2024"),
    ("6-Smith-2024", {}, "KEY must be a number"),
    ("../6-smith-2024", {}, "KEY must be a number"),
    ("1-other-2020", {}, "The number 1 is that of 1-glorot-bengio-2010; take another"),
    (KEY, {"year": 0}, "The paper cannot be added: year must be from 1600 to 2999, was 0. Nothing was changed"),
    (KEY, {"title": "a\udcff"}, "a? has characters that are no UTF-8: set the terminal to UTF-8"),
    ("6-smith", {}, "6-smith does not end with a year: add one, --year 2024"),
    (KEY, {"year": 12}, "The paper cannot be added: year must be from 1600 to 2999, was 12. Nothing was changed"),
    (KEY, {"title": " "}, "The paper cannot be added: title must not be blank"),
])
def test_what_is_no_paper_is_refused_and_changes_nothing(own, key, changed, sentence):
    before = everything(own)
    with pytest.raises(Failure) as failure:
        add(own, key, **changed)
    assert str(failure.value).startswith(sentence), failure.value
    assert everything(own) == before
    assert not list(own.notebooks.glob("*6*")) and not list(own.notebooks.glob(".*"))


def test_a_number_is_given_once(own):
    add(own)
    with pytest.raises(Failure, match="^The number 6 is that of 6-smith-doe-2024; take another$"):
        add(own, "6-other-2020")


def test_a_file_of_the_seminar_that_somebody_has_broken_is_not_overwritten(own):
    file = own.notebooks / "0-seminar" / "seminar.json"
    file.write_text("{", encoding="utf-8")
    with pytest.raises(Failure, match=r"^The paper cannot be added: seminar.json, line 1: "):
        add(own)
    assert file.read_text(encoding="utf-8") == "{" and not (own.notebooks / KEY).exists()


def test_a_folder_that_a_stopped_run_left_is_told_of(own):
    (own.notebooks / KEY).mkdir()
    with pytest.raises(Failure, match="^notebooks/6-smith-doe-2024/ is there, but seminar.json has no entry for it"):
        add(own)


def test_a_run_stopped_after_the_entry_was_written_keeps_its_folder(own, monkeypatch):
    enter = new_paper.enter

    def stopped(*arguments):
        enter(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(new_paper, "enter", stopped)
    with pytest.raises(KeyboardInterrupt):
        add(own)
    assert seminar(own)["papers"][5]["key"] == KEY and len(list((own.notebooks / KEY).glob("*.ipynb"))) == 5


def test_what_changes_elsewhere_in_the_rota_is_said(own, capsys):
    changed = seminar(own)
    rota = changed["rota"]
    rota["2-ba-caruana-2014"] = rota["1-glorot-bengio-2010"]  # everybody has the same role twice
    (own.notebooks / "0-seminar" / "seminar.json").write_text(json.dumps(changed), encoding="utf-8")
    add(own)
    said = capsys.readouterr().out
    assert " roles at other papers have changed too, so that it fits: of the participants 1, 2," in said, said
    assert "nothing else" not in said


@pytest.mark.parametrize("readme, said", [
    (None, "README.md has no table of papers that the row could be added to."),
    ("| 1 x |\n", "README.md has no table of papers that the row could be added to."),
    ("| 9 x |\n\n| paper | Hacker |\n|---|---|\n\n| year |\n|---|\n| 1 other |\n", "README.md has its row."),
])
def test_the_row_goes_into_the_table_of_papers_and_no_other(own, capsys, readme, said):
    file = own.root / "README.md"
    file.unlink()
    if readme:
        file.write_text(readme, encoding="utf-8")
    add(own)
    assert capsys.readouterr().out.splitlines()[-2] == said
    row = f"| 6 Smith, Doe 2024: Title to be filled in | [draft](notebooks/{KEY}/hacker.ipynb) |\n"
    if readme:
        has_row = said == "README.md has its row."
        assert file.read_text(encoding="utf-8") == (readme.replace("|---|---|\n", "|---|---|\n" + row) if has_row else readme)


def test_texts_that_begin_like_a_list_are_none():
    assert [new_paper.escaped(text) for text in ("- a", "1. a", "  + a\n b", "---", "a - b")] == [
        r"\- a", r"1\. a", r"\+ a b", r"\---", "a - b"]


def test_a_draft_runs_and_its_page_says_what_it_is(own, ran):
    done = ran(add(own) / "hacker.ipynb")
    assert all(output.output_type != "error" for cell in done.first.cells for output in cell.get("outputs", []))
    assert "<strong>Draft</strong>" in done.page


def test_a_check_in_a_draft_is_noticed(own):
    notebook = nbformat.read(add(own) / "author.ipynb", as_version=4)
    notebook.cells[-1].source = 'check("one is one", 1, atMost(1));\nsummary(1);'
    assert any("a draft must contain no check" in sentence for sentence in rules.broken(notebook))


def test_the_readme_of_the_repository_calls_drafts_what_they_are():
    text = (HERE.root / "README.md").read_text(encoding="utf-8")
    for path in HERE.notebooks.glob("[1-9]*/*.ipynb"):
        word = "draft" if rules.is_draft(nbformat.read(path, as_version=4)) else "open"
        assert f"[{word}](notebooks/{path.parent.name}/{path.name})" in text
