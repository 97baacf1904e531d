"""Write a picture of every page to build/screens, in light, dark, on a phone and on paper: what people see, to be looked at.

Run with `make screens`. The record is made from the examples. build/screens/tour holds what a screen shows first of the pages of
the tour, which docs/pictures has.
"""

import shutil
import sys
from pathlib import Path
from typing import Any

from saidwho.record.tokens import new_token
from saidwho.web.app import make_app
from tests.browsing import browser, served
from tests.served import demo_folder, opened_record

FOLDER = Path(__file__).resolve().parents[1] / "build" / "screens"
# Whose first screen is a picture of docs/tutorial/tour-of-the-pages.md.
TOUR = ("claims", "claim", "document", "statements", "figures", "map", "review", "about")
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "phone": {
        "viewport": {"width": 390, "height": 844},
        "color_scheme": "light",
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
    },
}


def addresses(page: Any, base: str) -> dict[str, str]:
    """What is shown: the lists, and of claims, documents and actors the one that has the most to show."""
    claims = page.request.get(f"{base}/claims.json?order=origins&limit=200").json()["claims"]
    claim = max(claims, key=lambda one: (len(one["denied_by"]) > 0, one["documents"], len(one["figures"])))
    counted = max(claims, key=lambda one: len(one["figures"]))
    origin = claim["origins"][0]["statements"][0] if claim["origins"] else claim["statements"][0]["id"]
    member = next(one for one in claim["statements"] if one["id"] == origin)
    actors = page.request.get(f"{base}/actors.json?limit=500").json()["actors"]
    return {
        "front": "/", "claims": "/claims", "claim": f"/claims/{claim['id']}", "claim-figures": f"/claims/{counted['id']}",
        "statements": "/statements", "documents": "/documents",
        "document": f"/documents/{member['document']}?show={member['id']}", "figures": "/figures", "aid": "/aid",
        "map": "/map", "actors": "/actors", "actor": f"/actors/{max(actors, key=lambda one: one['statements'])['id']}", "review": "/review",
        "about": "/about", "search": "/search?about=hospital", "missing": "/claims/0123456789", "sign-in": "/sign-in",
    }  # fmt: skip


def main(wanted: list[str]) -> None:
    """Take the pictures. wanted: names of pages; all where there is none."""
    folder = demo_folder()
    copy = FOLDER.parent / "record"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    (FOLDER / "tour").mkdir(parents=True, exist_ok=True)
    with opened_record(copy) as record, served(make_app(record)) as base, browser() as chromium:
        _, secret = new_token(record.location, "Ida Brook", ["read", "review"])
        for look, options in LOOKS.items():
            context = chromium.new_context(**options)
            page = context.new_page()
            pages = addresses(page, base)
            for name, path in pages.items():
                if wanted and name not in wanted:
                    continue
                if name == "review":
                    page.goto(f"{base}/sign-in")
                    page.fill("#token", secret)
                    page.click("main button")
                page.goto(base + path)
                page.wait_for_load_state("networkidle")
                if look == "light" and name in TOUR:
                    page.screenshot(path=FOLDER / "tour" / f"{name}.png")
                page.screenshot(path=FOLDER / f"{name}-{look}.png", full_page=True)
                if look == "light":
                    page.emulate_media(media="print")
                    page.screenshot(path=FOLDER / f"{name}-print.png", full_page=True)
                    page.emulate_media(media="screen")
            context.close()


if __name__ == "__main__":
    main(sys.argv[1:])
