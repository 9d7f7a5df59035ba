"""What a user sees: a notebook in the real JupyterLab, and the exported pages with no network."""

import re
import shutil

import pytest

import rules
import sample
from browsing import CHECKOUT, needs_chromium, run_all, served, wait_for_notebook
from launcher.export import every_notebook

NOTEBOOKS = every_notebook(CHECKOUT)
SHOWN = CHECKOUT.notebooks / "3-li-et-al-2018" / "hacker.ipynb"
SUMMARY = re.compile(r"Claims: \d+ of \d+ held, 0 failed, 0 not run")
pytestmark = needs_chromium


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """JupyterLab on copies of two notebooks; its address."""
    folder = tmp_path_factory.mktemp("lab")
    sample.written(sample.good(), folder / "notebooks" / "good.ipynb")
    if SHOWN.is_file():
        shutil.copy(SHOWN, folder / "notebooks")
    with served(folder) as address:
        yield address


@pytest.mark.parametrize("name", ["good.ipynb"] + [SHOWN.name] * SHOWN.is_file())
def test_in_jupyterlab_run_all_shows_figures_and_the_summary(browser, lab, name):
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    page.goto(f"{lab}/lab/tree/{name}?reset")
    wait_for_notebook(page)
    run_all(page)
    page.wait_for_selector(".jp-OutputArea >> text=/Claims: /", timeout=180_000, state="attached")
    assert SUMMARY.search(page.locator(".jp-OutputArea >> text=/Claims: /").last.inner_text())
    assert page.locator(".jp-InputArea-prompt:has-text('*')").count() == 0
    pictures = page.locator(".jp-OutputArea img").all()
    assert pictures and all(picture.evaluate("image => image.naturalWidth") > 0 for picture in pictures)
    page.close()


def test_jupyterlab_offers_our_kernel_alone_and_no_news(browser, lab):
    page = browser.new_page()
    page.goto(f"{lab}/lab?reset")
    page.wait_for_selector(".jp-LauncherCard", timeout=60_000)
    kernels = page.locator(".jp-Launcher-section:has-text('Notebook') .jp-LauncherCard-label").all_inner_texts()
    assert kernels == ["Java (MML)"]
    assert page.locator("text=Would you like to get notified about official Jupyter news?").count() == 0
    page.close()


@pytest.mark.parametrize("notebook", ["good", *NOTEBOOKS], ids=lambda path: getattr(path, "stem", path))
def test_an_exported_page_asks_for_nothing_and_shows_figures_and_formulas(browser, ran, tmp_path, notebook):
    path = sample.written(sample.good(), tmp_path / "good.ipynb") if notebook == "good" else notebook
    exported = ran(path).path
    asked = []
    page = browser.new_page()
    page.route("**/*", lambda route: route.continue_() if route.request.url == exported.as_uri() else route.abort())
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: asked.append(f"error: {error}"))
    page.goto(exported.as_uri())
    assert [url for url in asked if url != exported.as_uri() and not url.startswith("data:")] == []
    pictures = page.locator("img").all()
    assert pictures or rules.is_draft(ran(path).first)
    assert all(picture.evaluate("image => image.naturalWidth") > 0 for picture in pictures)
    if "$" in path.read_text(encoding="utf-8"):  # it has formulas
        formula = page.locator("mjx-container svg").first.bounding_box()
        assert formula["width"] > 5 and formula["height"] > 5
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.close()
