"""Who prints its own word?"""

import time

import pytest

from saidwho.text.issuing import body_of, described_as_bodies, is_body, prints_as, tells_its_own


@pytest.mark.parametrize(
    ("outlet", "is_so"),
    [
        ("Northern Compact Press Office", True),
        ("Directorate of Railways", True),
        ("Coast Front Secretariat", True),
        ("Truce Board", True),
        ("Borderwatch", True),
        ("Ridge Observer Group", True),
        ("Governor S. Varn (official channel)", True),
        ("Governor S. Varn, own channel", True),
        ("The Harbour Observer", False),
        ("Observer House Varn", False),
        ("Ridge Watch bulletin 6", True),
        ("Varn Relief Log", True),
        ("Harbour Bulletin", False),
        ("Archive of the Marsh", True),
        ("Workers' Union Daily", False),
        ("The Harbour Tribune", False),
        ("Norrpress", False),
        ("Harbour Police press service", True),
        ("Continental Press Service", False),
        ("Ministry of Information", True),
        ("Press Service of the President", True),
        ("Press of the President", False),
        ("Dast Information", False),
        ("Joint Force for the Marsh", True),
        ("Hale Petroleum (Marsh) Ltd", True),
        ("Surgeons for Everyone", True),
        ("Corridor Centre, Sandness", True),
        ("Ridge Media Centre", False),
        ("Joint Allies press desk, Varn", True),
        ("Office of the Spokesman, Varn", True),
        ("Ridge Information Committee, Varn", True),
        ("Ridge Lines", False),
        ("Ridge Ferry Lines", True),
        ("Ridge Monitor, live page", False),
        ("Ridge Monitor, daily report 58", True),
        ("The Varn Council Register", False),
        ("Register of Witnesses", True),
        ("Plumbline Rights, field note", True),
        ("Joint Access Cell", True),
        ("South Belt Emergency Room", True),
        ("Ridge Rights Post", False),
        ("Coastguard of the Sultanate of Varn", True),
        ("Truce Mission in Varn, daily report 58", True),
        ("Truce Mission in Varn, radio", False),
        ("Varn Mission News, daily report 58", False),
        ("Marsh Front (e-mail to editors, signed “Brigadier Vale”)", True),
    ],
)
def test_a_body_is_told_from_the_press_by_its_name(outlet: str, is_so: bool) -> None:
    """What prints news is none, whatever else its name says."""
    assert is_so == is_body(outlet)


def test_whoever_tells_deeds_of_its_own_people_prints_its_own_word() -> None:
    """A paper speaks of its reporters, and a paper that says "our soldiers" stays a paper."""
    assert tells_its_own("Rail Night", "On 7 May our team loosened eleven metres of track")
    assert tells_its_own("Collectif pour Varn", "Our collective of families has counted nine dead")
    assert not tells_its_own("Rail Night", "Our reporter saw the track")
    assert not tells_its_own("Gradek Herald", "Our soldiers took the hill")


def test_a_body_goes_by_its_name_without_its_press_office() -> None:
    """So that it is the same as where others name it."""
    outlets = ("Northern Compact Press Office", "Marsh Command, information service", "Governor S. Varn (official channel)", "Rail Night")
    assert ["Northern Compact", "Marsh Command", "Governor S. Varn", "Rail Night"] == [body_of(outlet) for outlet in outlets]


def test_a_body_goes_by_its_name_without_brackets_and_its_form_at_law() -> None:
    """A place, how it was sent, and "Ltd" are no part of what others call it."""
    outlets = ("Hale Petroleum (Marsh) Ltd", "Marsh Front (e-mail to editors, signed “Vale”)", "Hale Shipping, Inc.")
    assert ["Hale Petroleum", "Marsh Front", "Hale Shipping"] == [body_of(outlet) for outlet in outlets]


@pytest.mark.parametrize(
    ("outlet", "text", "kind"),
    [
        ("Open Tracks", "Open Tracks sent a team to the mill road on 12 May.", "body"),
        ("Open Tracks", "Our lists, kept at the harbour, hold nine names. Our members looked for the rest.", "body"),
        ("Nordpress", "LORN, May 3 (Nordpress) - A mine went off. A miller told Nordpress that he heard it.", "paper"),
        ("Nordpress", "The embassy informed our ministry on Sunday.", "paper"),
        ("Nordpress", "A miller said: “Our fighters laid it.” Our reporter saw the hole.", "paper"),
        ("Amber Voice", "On Sunday a boat of ours sank the ferry.", "side"),
        ("Lorn Herald", "Our correspondent saw the ferry sink.", "paper"),
        ("Ministry of Defence of Karlia", "The ferry was not hit.", "body"),
        ("Lakeside Tidende", "Such a jet our army does not own.", "side"),
        ("Lakeside Tidende", "Our fighters left the hill.", "body"),
        ("Lakeside Tidende", "Such a jet our own army does not own.", "side"),
        ("Lakeside Evening", "A driver of our 4th Brigade rang home.", "paper"),
        ("Red Lance, army paper", "Our drones burnt the ferry.", "side"),
        ("Lakeside", "The mayor said nine fell. The ministry says eight. A man of our 4th Brigade told his wife.", "side"),
        ("Lakeside", "The mayor said nine fell. The ministry says eight. Our clinic told the families.", "body"),
    ],
)
def test_a_text_tells_as_what_it_is_printed(outlet: str, text: str, kind: str) -> None:
    """Deeds of its own people, or of itself by name, make a body; a paper that speaks of its own fighters is the press of a side."""
    assert kind == prints_as(outlet, text)


def test_a_text_introduces_bodies_that_do_not_print() -> None:
    """Before the name or after it; a news site is none."""
    text = "The charity Open Tracks said so, and Lumen, a rights group. The news site Signal Post was first."
    assert {"Open Tracks", "Lumen"} == described_as_bodies(text)


@pytest.mark.parametrize("text", ["A" * 200_000, "Ab " * 60_000, "“" * 200_000, "«" * 200_000, "‘a " * 60_000], ids=lambda text: text[:3])
def test_long_texts_are_looked_through_once(text: str) -> None:
    """One long word, or quotation marks that nothing closes, take no longer than others."""
    began = time.process_time()
    assert ("paper", frozenset()) == (prints_as("Norrpress", text), described_as_bodies(text))
    assert time.process_time() - began < 5
