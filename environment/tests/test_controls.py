"""Controls in the page: with the mouse and the keyboard, without a kernel, without a network, without trust."""

from contextlib import contextmanager

import pytest

import sample
from browsing import needs_chromium, run_all, served, wait_for_notebook

pytestmark = needs_chromium

IMPORTS = """\
import mml.plot.*;
import mml.plot.control.*;
import static mml.notebook.Notebook.*;"""

CONTROL = """\
Figure line(int slope, String way) {
    double[] ys = {0, way.equals("up") ? slope : -slope};
    return Lines.of("x", "y").title("slope " + slope).add("line", new double[] {0, 1}, ys).size(300, 240);
}
String hostile = "down </script><img src=x onerror='window.hacked = 1'>";
Control control = Control.over("slope", 1, 2, 4).and("way", "up", hostile).draws((slope, way) -> line(slope, way));
control"""

IDLE = "![...document.querySelectorAll('.jp-InputArea-prompt')].some(prompt => prompt.innerText.includes('*'))"
WORDS = "a control varies slope (1, 2, 4) and way (up, down </script><img src=x onerror='window.hacked = 1'>)."


@pytest.fixture(scope="module")
def notebook(tmp_path_factory):
    """A notebook that shows a control twice, and again in the next cell."""
    return sample.written(sample.of(IMPORTS, CONTROL, "show(control);"),
                          tmp_path_factory.mktemp("controls") / "controls.ipynb")


@pytest.fixture(scope="module")
def lab(tmp_path_factory, notebook, ran):
    """JupyterLab on the notebook without outputs, and on the one that was run elsewhere; its address."""
    folder = tmp_path_factory.mktemp("lab")
    empty = sample.of(IMPORTS, CONTROL, "show(control);")
    empty.metadata["kernelspec"] = {"name": "mml", "display_name": "Java (MML)", "language": "java"}
    sample.written(empty, folder / "notebooks" / "own.ipynb")
    sample.written(ran(notebook).first, folder / "notebooks" / "foreign.ipynb")
    with served(folder) as address:
        yield address


@contextmanager
def opened(browser, address):
    """A page whose scripts made no error while it was used."""
    page, errors = browser.new_page(viewport={"width": 1200, "height": 1500}), []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    yield page
    assert errors == [] and page.evaluate("window.hacked") is None
    page.close()


def shown(control):
    """The alternative text of the one frame that is seen, which must also be what is announced."""
    seen = [image for image in control.locator("img").all() if image.is_visible()]
    assert len(seen) == 1 and seen[0].evaluate("image => image.complete && image.naturalWidth") == 600
    alt = seen[0].get_attribute("alt")
    assert control.locator("[aria-live=polite]").text_content() == alt
    return alt


def varied(page, control, other):
    """Goes through a control by keyboard, then by mouse; another one must not follow."""
    slider, up, down = control.get_by_role("slider", name="slope"), *control.get_by_role("radio").all()
    assert "slope 1." in (first := shown(control)) and "from 0 to 1" in first
    page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == "2" and control.locator(".mml-value").inner_text() == "2"
    assert "slope 2." in shown(control)
    page.keyboard.press("ArrowUp")
    assert slider.get_attribute("aria-valuetext") == "4" and "slope 4." in shown(control)
    page.keyboard.press("ArrowDown")
    assert slider.evaluate("input => getComputedStyle(input).outlineStyle") == "solid"
    page.keyboard.press("Tab")
    assert up.evaluate("input => input === document.activeElement && input.checked")
    page.keyboard.press("ArrowRight")
    assert down.is_checked() and not up.is_checked() and "slope 2." in shown(control)
    assert shown(control) != first and "-2" in shown(control).replace("\u2212", "-")
    box = slider.bounding_box()
    page.mouse.click(box["x"] + box["width"] - 4, box["y"] + box["height"] / 2)
    control.get_by_text("up", exact=True).click()
    assert "slope 4." in shown(control) and up.is_checked()
    assert shown(other) == first
    assert other.get_by_role("radio").first.is_checked()


def test_an_exported_control_works_by_keyboard_and_mouse_with_no_network(browser, ran, notebook):
    address, asked = ran(notebook).path.as_uri(), []
    with opened(browser, "about:blank") as page:
        page.on("request", lambda request: asked.append(request.url))
        page.route("**/*", lambda route: route.continue_() if route.request.url == address else route.abort())
        page.goto(address)
        controls = page.locator(".mml-control")
        assert controls.count() == 2
        page.keyboard.press("Tab")
        assert controls.nth(0).get_by_role("slider").evaluate("input => input === document.activeElement")
        varied(page, controls.nth(0), controls.nth(1))
        assert [url for url in asked if url != address and not url.startswith("data:")] == []
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_on_a_narrow_page_no_frame_is_smaller_than_the_first(browser, ran, notebook):
    with browser.new_page(viewport={"width": 220, "height": 900}) as page:
        page.goto(ran(notebook).path.as_uri())
        widths = page.locator(".mml-control").first.locator("img").evaluate_all("all => all.map(i => i.getAttribute('width'))")
        assert len(widths) > 1 and set(widths) == {"300"}


def test_an_exported_page_lets_nothing_be_fetched(browser, ran, notebook):
    with browser.new_page() as page:
        page.goto(ran(notebook).path.as_uri())
        assert page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'fetched', error => 'refused')") == "refused"
        policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert policy.startswith("default-src 'none'")


def test_a_printed_control_shows_its_present_frame(browser, ran, notebook):
    with opened(browser, ran(notebook).path.as_uri()) as page:
        page.keyboard.press("Tab")
        page.keyboard.press("End")
        page.emulate_media(media="print")
        assert "slope 4." in shown(page.locator(".mml-control").first)


def test_in_jupyterlab_a_control_works_and_leaves_the_cells_alone(browser, lab):
    with opened(browser, f"{lab}/lab/tree/own.ipynb?reset") as page:
        wait_for_notebook(page)
        run_all(page)
        page.wait_for_selector(".mml-control form >> nth=1", timeout=60_000)
        page.wait_for_function(IDLE)
        controls = page.locator(".mml-control")
        controls.nth(0).get_by_role("slider").focus()
        varied(page, controls.nth(0), controls.nth(1))
        assert page.locator(".jp-Notebook .jp-Cell").count() == 3
        controls.nth(1).get_by_role("slider").focus()
        for key in ("ArrowDown", "d", "d", "ArrowUp", "ArrowRight"):
            page.keyboard.press(key)
        assert "slope 4." in shown(controls.nth(1))
        assert page.locator(".jp-Notebook .jp-Cell").count() == 3


def test_in_an_untrusted_notebook_the_ends_of_the_parameters_remain(browser, lab):
    with opened(browser, f"{lab}/lab/tree/foreign.ipynb?reset") as page:
        wait_for_notebook(page)
        control = page.locator(".mml-control").first
        control.wait_for(timeout=60_000)
        assert page.locator(".mml-control form, .mml-control script").count() == 0
        images = control.locator("img").all()
        assert [image.evaluate("image => image.naturalWidth") for image in images] == [600] * 4
        assert ["slope 1." in image.get_attribute("alt") for image in images] == [True, True, False, False]
        assert control.locator("figcaption").first.inner_text() == "slope 1, way up"
        assert WORDS in control.inner_text() and "4 of 6 frames" in control.inner_text()
