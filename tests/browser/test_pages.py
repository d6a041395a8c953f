"""The pages in a real browser: both languages, nothing from outside, accessible, by keyboard, numbers that agree."""

from __future__ import annotations

import re

import pytest

from alliance.web.design import read_design
from experiments.designs import single
from experiments.ensemble import evaluate

PAGES = ("learn", "learn/1", "learn/challenge", "explore", "compare", "matters", "compose", "report")
SIZES = ((1366, 768), (1024, 768), (1920, 1080), (390, 844))


def chance(design):
    """Futures of a hundred with change, as the command line counts them."""
    asked = read_design(design)
    runs = evaluate(asked.scenario(), single(), 1000, asked.seed)
    return f"{100 * runs['policy_changed'].mean():.0f}"


def number_in(text):
    return re.search(r"(\d+) (?:futurs sur|futures of)", text)[1]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("where", PAGES)
def test_a_page_is_whole_accessible_and_asks_nobody_else(visit, where, lang):
    from axe_playwright_python.sync_playwright import Axe

    seen = visit()
    page = seen.open(where, lang)
    page.wait_for_timeout(600)
    assert page.evaluate("document.documentElement.lang") == lang
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert not seen.wrong and seen.hosts == {seen.address.removeprefix("http://")}


@pytest.mark.parametrize(
    ("where", "size"), [*(("compose", size) for size in SIZES), ("explore", SIZES[0]), ("explore", SIZES[3])]
)
def test_nothing_is_wider_than_the_screen(visit, where, size):
    seen = visit(size)
    page = seen.open(where)
    if where == "explore":
        seen.settled()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_lesson_one_by_keyboard_alone_in_french(visit):
    """Bet, move, understand: Tab, arrows, space and Enter."""
    seen = visit()
    page = seen.open("learn/1")
    press = page.keyboard.press
    page.locator("#main").focus()
    for _ in range(12):
        press("Tab")
        if page.evaluate("document.activeElement.name") == "bet":
            break
    press("Space")
    press("ArrowRight")
    press("Enter")
    page.wait_for_selector(".canvas svg")
    for _ in range(12):
        press("Tab")
        if page.evaluate("document.activeElement.id") == "level":
            break
    before = page.locator("output[for=level]").text_content()
    press("ArrowLeft")
    assert page.locator("output[for=level]").text_content() != before
    for _ in range(20):
        press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Montrer pourquoi":
            break
    press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "3. Comprendre pourquoi"
    assert "dans ce modèle" in page.locator(".why").text_content().lower() and not seen.wrong


def test_a_drag_storm_ends_on_the_numbers_of_the_command_line(visit):
    """Twenty key presses on a slider, as fast as they come; the last picture is that of the last value."""
    seen = visit()
    page = seen.open("explore", "en")
    slider = page.locator("#set-alliance-meeting_interval")
    slider.wait_for()
    slider.focus()
    for _ in range(9):
        page.keyboard.press("ArrowRight")
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(300)
    seen.settled()
    wanted = chance({"preset": "water", "set": {"alliance.meeting_interval": 9}})
    assert slider.input_value() == "9" and number_in(page.locator(".headline").text_content()) == wanted


def test_undo_and_redo_by_key_take_a_whole_drag_at_once(visit):
    seen = visit()
    page = seen.open("explore")
    slider = page.locator("#set-alliance-meeting_interval")
    slider.wait_for()
    for _ in range(3):
        slider.press("ArrowRight")
    page.wait_for_timeout(250)
    page.locator("h1").click()
    page.keyboard.press("z")
    page.wait_for_function("() => document.getElementById('set-alliance-meeting_interval').value === '3'")
    page.keyboard.press("y")
    page.wait_for_function("() => document.getElementById('set-alliance-meeting_interval').value === '6'")


def test_a_link_holds_the_whole_plan(visit):
    """Another visitor opens it and sees the same plan; the part that holds it never goes to the server."""
    seen = visit()
    page = seen.open("compose", "en")
    page.locator("#name-alma").fill("A secret <b>name</b>")
    page.locator("#name-alma").press("Enter")
    page.wait_for_function("() => document.querySelector('figure').textContent.includes('secret')")
    page.get_by_role("button", name="Share").click()
    link = page.locator("#link").input_value()
    other = visit()
    asked = []
    other.page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    other.page.goto(link)
    other.page.wait_for_selector("#main[data-ready=yes]")
    other.page.keyboard.press("5")
    other.page.wait_for_selector("#name-alma")
    assert other.page.locator("#name-alma").input_value() == "A secret <b>name</b>"
    assert len(link) < 2000 and not any("#s=" in url or "secret" in url.split("{")[0] for url in asked)


def test_two_visitors_do_not_see_each_other(visit):
    one, two = visit(), visit()
    first, second = one.open("explore", "en"), two.open("explore", "en")
    first.locator("#set-context-controversy").fill("1")
    one.page.wait_for_timeout(300)
    one.settled()
    two.settled()
    assert second.locator("#set-context-controversy").input_value() == "0.45"
    assert number_in(second.locator(".headline").text_content()) == chance({"preset": "water"})
    wanted = chance({"preset": "water", "set": {"context.controversy": 1}})
    assert number_in(first.locator(".headline").text_content()) == wanted


def test_a_reload_finds_the_plan_again_and_start_over_forgets_it(visit):
    page = visit().open("explore", "en")
    page.locator("#set-context-controversy").fill("0.9")
    page.wait_for_timeout(200)
    page.reload()
    page.wait_for_selector("#set-context-controversy")
    assert page.locator("#set-context-controversy").input_value() == "0.9"
    page.get_by_role("button", name="Start over").click()
    page.wait_for_function("() => document.getElementById('set-context-controversy').value === '0.45'")


def test_pasted_members_with_mistakes_are_told_by_line_and_none_is_added(visit):
    page = visit().open("compose", "en")
    page.wait_for_selector("#name-alma")
    page.get_by_text("Paste a list").click()
    page.locator("#paste").fill("Parish, faith, 3\n, faith\nX, wizard\nY, faith, many")
    page.get_by_role("button", name="Add these lines").click()
    told = page.locator("ul.problems li").all_text_contents()
    assert [re.search(r"Line (\d)", text)[1] for text in told] == ["2", "3", "4"]
    assert page.locator("tbody tr").count() == 8
    page.locator("#paste").fill("Parish, faith, 3")
    page.get_by_role("button", name="Add these lines").click()
    page.wait_for_function("() => document.querySelectorAll('.members tbody tr').length === 9")


def test_one_future_tells_what_happens_and_why(visit):
    seen = visit()
    page = seen.open("explore", "fr")
    seen.settled()
    page.wait_for_selector(".events li")
    page.locator("#week").fill("30")
    assert page.locator(".events li").count() >= 1 and page.locator(".future svg").count() == 3
    assert not seen.wrong


def test_figures_are_saved_as_files(visit):
    seen = visit()
    page = seen.open("explore", "en")
    seen.settled()
    for kind, start in (("SVG", b"<svg"), ("PNG", b"\x89PNG"), ("CSV", b"Months")):
        with page.expect_download() as waiting:
            page.locator("figure").first.get_by_role("button", name=kind).click()
        assert waiting.value.path().read_bytes().startswith(start)


def test_a_handed_out_lesson_works_by_double_click(visit, tmp_path):
    """From the disk, without any server."""
    seen = visit()
    page = seen.open("learn/7", "fr")
    answer = page.request.get(f"{seen.address}/handout/13.html?lang=fr", timeout=120_000)
    (tmp_path / "lesson.html").write_bytes(answer.body())
    alone = visit()
    alone.page.goto((tmp_path / "lesson.html").as_uri())
    alone.page.locator("input[name=bet]").first.check()
    alone.page.get_by_role("button").click()
    alone.page.wait_for_selector("#picture svg")
    first = alone.page.locator("#headline").text_content()
    alone.page.locator("#level").fill("1")
    assert alone.page.locator("#headline").text_content() != first
    assert not alone.wrong and alone.hosts == {""}


def test_a_server_that_goes_is_told_and_the_plan_is_kept(visit):
    """Its socket is closed under the page: the page says so, and connects again by itself."""
    seen = visit()
    seen.page.add_init_script("""
      const Real = window.WebSocket;
      window.sockets = [];
      window.WebSocket = class extends Real {
        constructor(...words) { super(...words); window.sockets.push(this); }
      };
      window.WebSocket.OPEN = Real.OPEN;
    """)
    page = seen.open("explore", "en")
    seen.settled()
    page.locator("#set-context-controversy").fill("0.9")
    page.evaluate("window.sockets.at(-1).close()")
    page.wait_for_function("() => document.getElementById('banner').textContent.includes('your plan is kept')")
    page.wait_for_function("() => document.getElementById('banner').textContent === ''")
    page.locator("#set-context-controversy").fill("0.8")
    page.wait_for_timeout(300)
    seen.settled()
    assert page.locator("#set-context-controversy").input_value() == "0.8"
