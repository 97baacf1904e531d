"""Whose pictures a statement rests on."""

from dataclasses import replace

import pytest

from saidwho.linking.makers import maker_of
from saidwho.linking.parties import parties_of
from saidwho.types.document import Span
from saidwho.types.grounding import Actor, ActorKind, Grounding
from saidwho.types.statement import Basis, Report, Statement
from tests.linking.voices import DOCUMENT, made_voice


def report_of(text: str, name: str, kind: ActorKind) -> Report:
    """A text that names one actor."""
    at = text.index(name)
    mention = Span(start=at, end=at + len(name))
    actor = Actor(id="a" * 64, name=name, kind=kind, role=None, of=None, country=None, wikidata=None, mentions=(mention,))
    grounding = Grounding(actors=(actor,), speakers=(), places=(), times=(), figures=())
    return Report(document=replace(DOCUMENT, text=text), statements=(), grounding=grounding)


def said(text: str, basis: str | None) -> Statement:
    """A statement of the whole text. basis: the words for the pictures that it rests on."""
    at = text.index(basis) if basis else 0
    span = Span(start=at, end=at + len(basis or ""))
    whole = (Span(start=0, end=len(text)),)
    rests = Basis(span=span, kind="imagery") if basis else None
    return replace(made_voice(None, "").statement, content=whole, basis=rests)


@pytest.mark.parametrize(
    ("text", "basis", "name", "kind", "is_maker"),
    [
        ("Images from the company Geolens show a tent.", "Images from the company Geolens", "Geolens", "body", True),
        ("Geolens satellite pictures show a tent.", "Geolens satellite pictures", "Geolens", "body", True),
        ("A clip filmed by the caretaker, Ivo Marn, shows it.", "A clip filmed by the caretaker, Ivo Marn", "Ivo Marn", "person", True),
        ("The picture firm Geolens found a tent.", "The picture firm Geolens", "Geolens", "body", True),
        ("In a picture of Monday, by Geolens, two tents stand.", "a picture of Monday", "Geolens", "body", True),
        ("On images that Geolens sold two tents stand.", "images", "Geolens", "body", True),
        ("A picture of Ivo Marn hangs there.", "A picture of Ivo Marn", "Ivo Marn", "person", False),
        ("Pictures seen by Norrpress show a tent.", "Pictures seen by Norrpress", "Norrpress", "outlet", False),
        ("Satellite images taken by Geolens on Monday show a tent.", None, "Geolens", "body", True),
        ("Geolens sells satellite images.", None, "Geolens", "body", False),
    ],
)
def test_the_maker_of_pictures_is_who_took_them(text: str, basis: str | None, name: str, kind: ActorKind, is_maker: bool) -> None:
    """Not who is shown, nor a paper that saw them; words that begin with pictures tell what these show."""
    report = report_of(text, name, kind)
    found = maker_of(said(text, basis), report, parties_of(report))
    assert is_maker == (found is not None and found.name == name)


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("Satellite images taken by Geolens on Friday show that ", "Geolens"),
        ("Satellite images taken on Friday show that ", None),
        ("Pictures of the harbour show that ", None),
    ],
)
def test_whom_no_text_introduces_may_have_made_pictures(lead: str, name: str | None) -> None:
    """What the words before a statement tell: who took the pictures that it is read from."""
    text = f"{lead}the hangar is gone."
    report = report_of(f"{text} Ivo Marn left.", "Ivo Marn", "person")
    told = said(text, None)
    told = replace(told, content=(Span(start=len(lead), end=len(text)),))
    maker = maker_of(told, report, parties_of(report))
    assert name == (maker.name if maker is not None else None)
