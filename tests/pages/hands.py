"""How people reach what stands on a page: with a mouse or finger, or with nothing but a keyboard."""

from dataclasses import dataclass
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

MOST_STOPS = 200
HAS_FOCUS = "element => element === document.activeElement"


class Hand(Protocol):
    @property
    def page(self) -> Page: ...

    def press(self, control: Locator) -> None:
        """A link, a button, a box or what opens something."""

    def fill(self, field: Locator, words: str) -> None: ...

    def choose(self, radio: Locator) -> None:
        """One of several, of which one may be chosen already."""


@dataclass(frozen=True, slots=True)
class Pointer:
    page: Page

    def press(self, control: Locator) -> None:
        control.click()

    def fill(self, field: Locator, words: str) -> None:
        field.click()
        field.fill(words)

    def choose(self, radio: Locator) -> None:
        radio.locator("xpath=ancestor::label").click()


@dataclass(frozen=True, slots=True)
class Keyboard:
    """Only keys; what the tabulator key does not reach is out of reach."""

    page: Page

    def press(self, control: Locator) -> None:
        self._reach(control)
        is_box = control.evaluate("element => element.type === 'checkbox'")
        self.page.keyboard.press("Space" if is_box else "Enter")

    def fill(self, field: Locator, words: str) -> None:
        self._reach(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(words)

    def choose(self, radio: Locator) -> None:
        """The tabulator key stops at one of them, arrows go on to the others."""
        self._reach(radio, or_name=radio.get_attribute("name"))
        for _ in range(MOST_STOPS):
            if radio.evaluate(HAS_FOCUS):
                break
            self.page.keyboard.press("ArrowDown")
        expect(radio).to_be_checked()

    def _reach(self, control: Locator, *, or_name: str | None = None) -> None:
        expect(control).to_be_attached()
        for _ in range(MOST_STOPS):
            if control.evaluate(HAS_FOCUS) or (or_name and self._focused_name() == or_name):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"The tabulator key does not reach {control}.")

    def _focused_name(self) -> str | None:
        name: str | None = self.page.evaluate("document.activeElement.name ?? null")
        return name
