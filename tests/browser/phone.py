"""What a family does on the page of a one-time link."""

from chromium import Tab

LOADED = "document.querySelector('h1') || document.querySelector('.wrong')"


def press(tab: Tab, text: str) -> None:
    tab.evaluate(f"[...document.querySelectorAll('button')].find(it => it.innerText === '{text}').click()")


def opened(tab: Tab, site: str, secret: str, language: str = "Nederlands") -> None:
    tab.open(f"{site}/f#{secret}")
    tab.wait_for(LOADED)
    press(tab, language)


def fill(tab: Tab, label: str, value: str) -> None:
    """The field with this label."""
    tab.evaluate(
        f"document.getElementById([...document.querySelectorAll('label')].find(it => it.innerText === '{label}').htmlFor)"
        f".value = '{value}'"
    )


def tick(tab: Tab, label: str) -> None:
    """The choice that says this."""
    tab.evaluate(f"[...document.querySelectorAll('.choice')].find(it => it.innerText.startsWith('{label}')).click()")


def shown(tab: Tab) -> str:
    return str(tab.evaluate("document.querySelector('main').innerText"))
