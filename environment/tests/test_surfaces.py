"""Surfaces in the page: turned with the mouse and the keyboard, without a network; still pictures without scripts."""

import re
from contextlib import contextmanager

import pytest
from nbformat.v4 import new_output

import sample
from browsing import CHECKOUT, needs_chromium, run_all, served, wait_for_notebook
from pages import page as pages

IMPORTS = """\
import mml.math.Grid;
import mml.plot.*;
import mml.plot.solid.*;
import static mml.notebook.Notebook.*;"""

SURFACE = """\
Grid.Axis side = new Grid.Axis(-1, 1, 21);
Grid bowl = Grid.of(side, side, (x, y) -> x > 0.5 && y < -0.5 ? Double.NaN : 12 * x * x + 5 * y * y);
SurfacePlot surface = SurfacePlot.of(bowl, "a <&>", "b", "loss").clip(10).title("Deep </script>");
surface"""

AGAIN = "show(surface.clip(8), surface.logarithmic());"
WORDS = "Deep </script>. Surface of loss over a <&> in [-1, 1], b in [-1, 1]: least 0 at (0, 0)"
PLOTLY = "plotly.js (gl3d - minified)"


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """A notebook with three surfaces in two cells."""
    return sample.written(sample.of(IMPORTS, SURFACE, AGAIN), tmp_path_factory.mktemp("surfaces") / "surfaces.ipynb")


@pytest.fixture(scope="module")
def lab(tmp_path_factory, notebook, ran):
    """JupyterLab on the notebook without outputs, and on the one that was run elsewhere; its address."""
    folder = tmp_path_factory.mktemp("lab")
    empty = sample.of(IMPORTS, SURFACE, AGAIN)
    empty.metadata["kernelspec"] = {"name": "mml", "display_name": "Java (MML)", "language": "java"}
    sample.written(empty, folder / "notebooks" / "own.ipynb")
    sample.written(ran(notebook).first, folder / "notebooks" / "foreign.ipynb")
    with served(folder) as address:
        yield address


@contextmanager
def opened(browser, address, **settings):
    """A page whose scripts made no error while it was used."""
    page, errors = browser.new_page(viewport={"width": 1200, "height": 1500}, **settings), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    yield page
    assert errors == []
    page.close()


def drawn(page, count):
    """The surfaces of the page, once so many can be turned."""
    page.wait_for_function(f"document.querySelectorAll('.mml-surface.mml-turned').length === {count}", timeout=60_000)
    return page.locator(".mml-surface")


def picture(surface):
    """What is seen of the surface itself, as the bytes of a picture."""
    scene = surface.locator("[role=img]")
    scene.scroll_into_view_if_needed()
    surface.page.wait_for_timeout(500)  # a camera that has moved is drawn in the next frames
    return scene.screenshot()


def turned(page, surface):
    """Turns a surface with the mouse, then by keyboard, and back."""
    turn, tilt = (surface.get_by_role("slider", name=name) for name in ("turn", "tilt"))
    assert turn.get_attribute("aria-valuetext") == "-60 degrees" and tilt.get_attribute("aria-valuetext") == "30 degrees"
    first = picture(surface)
    box = surface.locator("[role=img]").bounding_box()
    x, y = box["x"] + box["width"] / 3, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 90, y + 40, steps=6)
    page.mouse.up()
    by_mouse = picture(surface)
    assert by_mouse != first and turn.get_attribute("aria-valuetext") != "-60 degrees"
    turn.focus()
    page.keyboard.press("ArrowRight")
    assert turn.evaluate("input => getComputedStyle(input).outlineStyle") == "solid"
    by_key = picture(surface)
    assert by_key != by_mouse
    surface.get_by_role("button", name="as at first").click()
    assert turn.get_attribute("aria-valuetext") == "-60 degrees"
    assert picture(surface) != by_key


@needs_chromium
def test_an_exported_surface_is_turned_with_no_network_and_the_library_is_there_once(browser, ran, notebook):
    exported, asked = ran(notebook), []
    assert exported.page.count(PLOTLY) == 1
    address = exported.path.as_uri()
    with opened(browser, "about:blank") as page:
        page.on("request", lambda request: asked.append(request.url))
        page.route("**/*", lambda route: route.continue_() if route.request.url == address else route.abort())
        page.goto(address)
        surfaces = drawn(page, 3)
        alternative = surfaces.nth(0).locator("[role=img]").get_attribute("aria-label")
        assert alternative.startswith(WORDS) and "clipped" in alternative
        assert not surfaces.nth(0).locator("img").is_visible()
        turned(page, surfaces.nth(0))
        other = surfaces.nth(1).get_by_role("slider", name="turn")
        assert other.get_attribute("aria-valuetext") == "-60 degrees", "another one does not follow"
        assert [url for url in asked if url != address and not url.startswith(("data:", "blob:"))] == []
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@needs_chromium
def test_an_exported_surface_tells_the_value_under_the_mouse(browser, ran, notebook):
    with opened(browser, ran(notebook).path.as_uri()) as page:
        surface = drawn(page, 3).nth(0)
        picture(surface)
        box = surface.locator("[role=img]").bounding_box()
        read = surface.locator(".mml-read")
        for step in range(20):  # the middle of the bowl is somewhere below the middle of the picture
            page.mouse.move(box["x"] + box["width"] * .42, box["y"] + box["height"] * (.35 + .02 * step))
            page.wait_for_timeout(100)
            if read.inner_text().startswith("a <&> "):
                break
        assert re.fullmatch(r"a <&> -?[\d.e-]+, b -?[\d.e-]+: loss (-?[\d.e-]+|clipped at 10)", read.inner_text())


@needs_chromium
def test_a_page_without_scripts_shows_the_still_picture_with_its_words(browser, ran, notebook):
    with opened(browser, ran(notebook).path.as_uri(), java_script_enabled=False) as page:
        stills = page.locator(".mml-surface img")
        assert stills.count() == 3 and all(still.is_visible() for still in stills.all())
        assert stills.first.get_attribute("alt").startswith(WORDS)
        assert page.locator(".mml-surface p").first.inner_text().startswith("A still picture.")


@needs_chromium
def test_a_printed_surface_is_its_still_picture(browser, ran, notebook):
    with opened(browser, ran(notebook).path.as_uri()) as page:
        surface = drawn(page, 3).nth(0)
        page.emulate_media(media="print")
        assert surface.locator("img").is_visible() and not surface.locator("[role=img]").is_visible()


@needs_chromium
def test_in_jupyterlab_each_surface_is_turned_and_leaves_the_cells_alone(browser, lab):
    with opened(browser, f"{lab}/lab/tree/own.ipynb?reset") as page:
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        wait_for_notebook(page)
        run_all(page)
        surfaces = drawn(page, 3)
        assert len([url for url in asked if url.endswith("plotly-gl3d.min.js")]) == 1
        turned(page, surfaces.nth(1))
        surfaces.nth(1).get_by_role("slider", name="turn").focus()
        for key in ("ArrowDown", "d", "d", "ArrowUp"):
            page.keyboard.press(key)
        assert page.locator(".jp-Notebook .jp-Cell").count() == 3


@needs_chromium
def test_in_an_untrusted_notebook_the_still_picture_remains(browser, lab):
    with opened(browser, f"{lab}/lab/tree/foreign.ipynb?reset") as page:
        wait_for_notebook(page)
        page.wait_for_selector(".jp-OutputArea img")
        still = page.locator(".jp-OutputArea img").first
        assert still.get_attribute("alt").startswith(WORDS) and still.evaluate("image => image.naturalWidth") == 1280
        assert page.locator(".jp-OutputArea p").first.inner_text().startswith("A still picture.")


@needs_chromium
def test_where_the_library_is_not_found_the_still_picture_remains_and_says_so(browser, ran, notebook, tmp_path):
    bare = tmp_path / "bare.html"
    bare.write_text(ran(notebook).page.replace(pages.PLOTLY.read_text("utf-8"), ""), encoding="utf-8")
    with opened(browser, bare.as_uri()) as page:
        page.wait_for_selector("text=was not found")
        assert page.locator(".mml-surface img").first.is_visible() and page.locator(".mml-turned").count() == 0


def test_a_page_without_a_surface_has_no_library(node, tmp_path):
    notebook = sample.of("1")
    notebook.cells[0].outputs = [new_output("display_data", data={"text/plain": 'class="mml-surface"'})]
    assert PLOTLY not in pages.html(notebook, "x", node, tmp_path)


def test_the_library_is_the_bundle_that_the_lock_file_pins():
    text = pages.PLOTLY.read_text("utf-8")
    assert PLOTLY in text[:200] and "</script" not in text
    assert pages.PLOTLY.is_relative_to(CHECKOUT.web / "node_modules")
