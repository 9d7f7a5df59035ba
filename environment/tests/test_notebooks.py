"""Every notebook of the repository, in a fresh kernel: run whole, run again, exported."""

import re

import pytest

import rules
from launcher.checkout import Checkout
from launcher.export import every_notebook

CHECKOUT = Checkout.here()
LIMIT = 120
CLAIM = re.compile(r"^(?:✓|✗|≈|≠|Claims:).*", re.MULTILINE)


def claims(notebook):
    """The lines that checks, reports and the summary printed, in order."""
    texts = [output.get("data", {}).get("text/plain", "") for cell in notebook.cells if cell.cell_type == "code"
             for output in cell.outputs]
    return [line for text in texts for line in CLAIM.findall(text)]


@pytest.fixture(params=every_notebook(CHECKOUT), ids=lambda path: path.relative_to(CHECKOUT.notebooks).as_posix())
def done(request, ran):
    """A notebook that was run twice in one fresh kernel."""
    return ran(request.param)


def test_it_stays_within_its_time(done, tell):
    tell(f"{done.name}: {done.seconds[0]:.1f} s, again in the same kernel {done.seconds[1]:.1f} s")
    assert done.seconds[0] <= LIMIT


def test_every_claim_of_the_file_is_made_and_the_summary_counts_them(done):
    lines = claims(done.first)
    if rules.is_draft(done.first):
        assert lines == []
        return
    assert len(set(lines[:-1])) == len(rules.claims(done.first))
    assert lines[-1].startswith("Claims: ") and ", 0 failed, 0 not run; " in lines[-1]


def test_run_again_in_the_same_kernel_it_prints_the_same_claims(done):
    assert claims(done.second) == claims(done.first)


def test_its_page_has_figures_with_alternative_text_and_names_no_place_on_this_machine(done):
    pictures = re.findall(r"<img [^>]*>", done.page)
    assert (pictures or rules.is_draft(done.first)) and all(re.search(r'alt="[^"]{10,}"', picture) for picture in pictures)
    assert "No description has been provided" not in done.page
    assert str(CHECKOUT.root) not in done.page
