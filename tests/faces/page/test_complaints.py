"""What people complain of in other judges, each a test in the real browser.

Other modules have more of them: what is typed and lost (test_drafts), results that are lost or of
another text (test_states), traps for keys and phones (test_everybody), old attempts (test_screens).
"""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.faces.page.signing_in import address_of
from tests.faces.page.typing_people import EDITOR, SAVED, forget, open_problem, text_of, type_text
from tests.judge.service.served import Served, practising
from tests.waiting import until

pytestmark = pytest.mark.needs("chromium", "full")

WRONG = "def lowest_common_ancestor(root, p, q):\n    return root\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that keeps a history."""
    state = tmp_path_factory.mktemp("complaints")
    served = Served(practising(state))
    yield served
    served.stop()


@pytest.fixture(autouse=True)
def nothing_typed(server: Served) -> None:
    forget(server, "lca")


def set_up(page: Any, **chosen: object) -> None:
    """Have the browser begin with these settings."""
    text = json.dumps(json.dumps(chosen))
    page.add_init_script(f"localStorage['judge.settings'] ??= {text}")


def submit(page: Any) -> None:
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("section.below[data-state=done] .result")


def test_closing_the_tab_by_a_habit_of_vim_loses_nothing(page: Any, server: Served) -> None:
    """Ctrl-W in insert mode cannot be caught: the tab goes at once, and asks nothing."""
    set_up(page, keys="vim")
    open_problem(page, server)
    page.wait_for_selector(".cm-vim-panel", state="attached")
    page.keyboard.press("g")
    page.keyboard.press("g")
    page.keyboard.type("O# typed in vim")
    asked: list[Any] = []
    page.on("dialog", lambda one: asked.append(one.message))
    other = page.context.new_page()
    page.close(run_before_unload=True)
    open_problem(other, server)
    assert text_of(other).startswith("# typed in vim\n")
    assert asked == []


def test_escape_ends_insert_mode_and_stays_in_the_editor(page: Any, server: Served) -> None:
    """As does Ctrl-[; submit and run keep their keys."""
    set_up(page, keys="vim")
    open_problem(page, server)
    page.wait_for_selector(".cm-vim-panel", state="attached")
    for end in ("Escape", "Control+["):
        page.keyboard.type("ix")
        page.keyboard.press(end)
        page.wait_for_selector(".cm-fat-cursor", state="attached")
        assert page.evaluate("document.activeElement.matches('.cm-content')")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("section.below:not([data-state=idle])")


def test_inputs_of_ones_own_stay(page: Any, server: Served) -> None:
    """Through a submission and a reload; a counterexample becomes one of them."""
    open_problem(page, server)
    type_text(page, WRONG)
    page.get_by_role("button", name="Add", exact=True).click()
    page.fill("#input-root", "[7, 8]")
    count = page.get_by_role("group", name="Inputs").get_by_role("button").count()
    submit(page)
    page.get_by_role("button", name="Add to inputs").click()
    page.wait_for_selector(SAVED)
    page.reload()
    page.wait_for_selector(EDITOR)
    page.get_by_role("tab", name="Inputs").click()
    buttons = page.get_by_role("group", name="Inputs").get_by_role("button")
    assert buttons.count() == count + 1
    values = []
    for place in range(buttons.count()):
        if buttons.nth(place).inner_text().strip().isdigit():
            buttons.nth(place).click()
            values.append(page.input_value("#input-root"))
    assert "[7, 8]" in values


@pytest.mark.parametrize("key", ["Control+'", "F9"])
def test_one_key_plays_all_inputs_and_asks_nothing(page: Any, server: Served, key: str) -> None:
    open_problem(page, server)
    type_text(page, WRONG)
    page.keyboard.press(key)
    page.wait_for_selector("section.below >> text=/inputs passed/")
    marks = page.get_by_role("group", name="Inputs").locator(".good, .bad")
    samples = server.ask("/v1/problems/lca")["samples"]
    assert marks.count() == len(samples)


def test_keys_are_shown_and_can_be_chosen(page: Any, server: Served) -> None:
    """On the buttons, and under `?`; and none of them is one that types a character."""
    open_problem(page, server)
    assert "Ctrl+Enter" in page.get_by_role("button", name="Submit").first.inner_text()
    page.get_by_role("button", name="Keys").click()
    keys = page.get_by_role("dialog").locator("kbd").all_inner_texts()
    assert {"Ctrl+Enter", "Ctrl+'", "F9"} <= set(keys)
    assert not any("Ctrl" in key and "Alt" in key for key in keys)
    page.keyboard.press("Escape")
    page.goto(f"{server.url}/settings")
    page.get_by_label("Submit", exact=True).focus()
    page.keyboard.press("Control+Alt+q")  # AltGr, which types @ on many layouts
    assert page.get_by_label("Submit", exact=True).input_value() == "Ctrl+Enter"
    page.keyboard.press("Control+j")
    page.go_back()
    page.wait_for_selector(EDITOR)
    assert "Ctrl+J" in page.get_by_role("button", name="Submit").first.inner_text()
    type_text(page, WRONG)
    page.keyboard.press("Control+j")
    page.wait_for_selector("section.below:not([data-state=idle])")


def test_characters_that_need_alt_gr_are_typed(page: Any, server: Served) -> None:
    """As layouts have it: Ctrl and Alt are down while the key types."""
    open_problem(page, server)
    for character in ("@", "[", "{", "\\", "~"):
        type_text(page, "")
        page.keyboard.down("Control")
        page.keyboard.down("Alt")
        page.keyboard.insert_text(character)
        page.keyboard.up("Alt")
        page.keyboard.up("Control")
        assert text_of(page).startswith(character)


def test_letters_of_the_code_grow_alone_and_for_all_problems(page: Any, server: Served) -> None:
    open_problem(page, server)
    size = "one => getComputedStyle(one).fontSize"
    around = page.locator("article p").first.evaluate(size)
    page.goto(f"{server.url}/settings")
    page.get_by_label("Size of code").fill("22")
    page.get_by_label("Size of code").blur()
    for slug in ("lca", "kth-largest"):
        page.goto(f"{server.url}/problems/{slug}")
        page.wait_for_selector(EDITOR)
        assert page.locator(EDITOR).evaluate(size) == "22px"
        assert page.locator("article p").first.evaluate(size) == around


def test_a_slow_text_is_told_its_clock_its_size_and_its_growth(page: Any, server: Served) -> None:
    """Never the code of the verdict alone."""
    open_problem(page, server, "kth-largest")
    slow = "def kth_largest(nums, k):\n    for _ in range(k):\n        found = max(nums)\n"
    type_text(page, slow + "        nums.remove(found)\n    return found\n")
    submit(page)
    text = page.locator(".result").inner_text()
    assert text.startswith("TLE")
    assert "CPU" in text
    assert "n = " in text
    assert "grow" in text


def test_values_that_look_alike_are_told_apart_and_copied_whole(page: Any, server: Served) -> None:
    """5.0 is no 5; the first place that differs is marked, and a copy has all or says otherwise."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_problem(page, server, "kth-largest")
    type_text(page, "def kth_largest(nums, k):\n    return float(sorted(nums)[-k])\n")
    submit(page)
    yours = page.locator(".result").get_by_label("Yours", exact=True)
    shown = yours.locator(".value code").inner_text()
    assert shown.endswith(".0")
    assert yours.locator("mark.extra").inner_text() == ".0"
    page.get_by_role("button", name="Copy yours").click()
    yours.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == shown


def test_one_command_signs_in_again(page: Any, server: Served) -> None:
    """When the session is over, in the very browser, with what was typed still there."""
    open_problem(page, server)
    type_text(page, "still = 1")
    page.wait_for_selector(SAVED)
    page.context.clear_cookies()
    page.reload()
    page.wait_for_selector("text=Signed out")
    assert "judge open" in page.inner_text("main")
    page.goto(address_of(server, "lca"))
    page.wait_for_selector(EDITOR)
    assert text_of(page) == "still = 1"
    page.expected_faults = None  # the browser tells of each refusal


def test_two_servers_of_one_machine_do_not_sign_each_other_out(
    page: Any, server: Served, shared: Served
) -> None:
    """Cookies know no ports; names of ours do."""
    open_problem(page, server)
    other = page.context.new_page()
    open_problem(other, shared)
    page.reload()
    page.wait_for_selector(EDITOR)


def test_a_problem_is_begun_by_the_first_key_and_not_by_looking(page: Any, server: Served) -> None:
    """Once in this tab, whatever is typed and however often it is loaded."""

    def starts() -> int:
        events: Any = server.ask("/v1/history?limit=100")["events"]
        return sum(one["kind"] == "start" and one["problem"] == "two-sum" for one in events)

    open_problem(page, server, "two-sum")
    page.get_by_role("button", name="Reset").click()
    page.wait_for_timeout(300)
    assert starts() == 0
    page.locator(EDITOR).focus()
    page.keyboard.type("# on")
    until(lambda: starts() == 1)
    page.reload()
    page.wait_for_selector(EDITOR)
    page.keyboard.type("# and on")
    page.wait_for_selector(SAVED)
    assert starts() == 1
