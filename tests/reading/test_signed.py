"""Quotations that are signed: a dash and who says it, without a verb."""

import pytest

from saidwho.pipeline.reading import find_attributions

pytestmark = pytest.mark.model


def signed(text: str) -> list[tuple[str, str]]:
    """Sources and what they say, of attributions whose cue is a dash."""
    found = find_attributions(text).attributions
    return [
        (a.source[0].of(text), " | ".join(s.of(text) for s in a.content)) for a in found if a.cue and a.cue[0].of(text).strip("-–—―") == ""
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“We boiled the river for nine weeks.” — Imke Sorrel, 61, retired teacher, Varnok", "Imke Sorrel, 61, retired teacher, Varnok"),
        ("“I counted forty of them in the marsh.” – Brother Anselm Tove", "Brother Anselm Tove"),
        ('"They took the wheat and left the sacks." -- Lena Ost, farmer.', "Lena Ost, farmer"),
        ("“We were promised a convoy in May!” —Odd Varga (by letter)", "Odd Varga"),
        ("“The bridge was whole when my company left it.”\n— Major Ruben Hask, 4th Brigade", "Major Ruben Hask, 4th Brigade"),
        ("“No shell came from our side of the valley.”\n\n– spokesman for the Orlan Front", "spokesman for the Orlan Front"),
        ("“Let them sign; we will see who fires first.” – Gen. Hal Orsk, Eastern Corps, on Tuesday", "Gen. Hal Orsk, Eastern Corps"),
        ("“No siege ends at the gate.” — Ivo Vale, 1940", "Ivo Vale"),
        ("“He told me the mill had “burned to the ground” by then.” – Dario Pell", "Dario Pell"),
    ],
)
def test_who_signs_a_quotation_says_it(text: str, who: str) -> None:
    """The whole quotation, also where others are quoted in it; how it was sent and the stop are no part of who signs."""
    assert [(who, text[: text.rindex("”") + 1] if "”" in text else text[: text.rindex('"') + 1])] == signed(text)


def test_each_of_many_has_its_own_words() -> None:
    """Nobody says what others sign, and whom a quotation tells of does not say it."""
    voices = [
        ("“My cousin told me the army had shelled the mill.”", "Dario Pell"),
        ("“The minister promised boats. None came.”", "Edda Marsh"),
        ("“We slept in the boiler room.”", "Tomas Vire, 17"),
    ]
    text = "What the siege took\n" + "\n".join(f"{said} — {who}" for said, who in voices)
    assert [(who, said) for said, who in voices] == signed(text)
    assert all(a.source[0].of(text) in {who for _, who in voices} for a in find_attributions(text).attributions if a.source)


def test_a_quotation_over_several_lines_is_signed_once() -> None:
    """Lines that open a mark and close none go on in the next."""
    text = "“The boats never came to us.\n“We waited on the quay until Sunday.”\n— Edda Marsh, 44"
    assert [("Edda Marsh, 44", "“The boats never came to us. | “We waited on the quay until Sunday.”")] == signed(text)


def test_what_stands_before_a_signed_quotation_is_not_said() -> None:
    text = "The council met on Monday. “The line will be moved before winter.” — Prime Minister Jutta Moll"
    assert [("Prime Minister Jutta Moll", "“The line will be moved before winter.”")] == signed(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Not one step back.” – those were the words on the wall of the school.",
        "“Salt and Bread” — Dorn Press, 2019",
        "“They are coming back tonight.” – 14 May",
        "“They are coming back tonight.” – Monday",
        "“We are not at war,” he said. “We are at work.” – it was his third such remark.",
        "“We left,” she said. “We had no choice.” — Halven Post",
        "“The road is closed.”\n- Three villages burned overnight",
    ],
)
def test_titles_days_and_sentences_behind_a_dash_sign_nothing(text: str) -> None:
    assert [] == signed(text)


def posted(text: str) -> list[tuple[str, str]]:
    """Sources and what they say, of attributions whose cue is an account."""
    found = find_attributions(text).attributions
    return [
        (a.source[0].of(text), " | ".join(s.of(text) for s in a.content)) for a in found if a.cue and a.cue[0].of(text).startswith("(@")
    ]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ("Ivo Vale", "As I leave Varnok, I welcome the release of nine teachers."),
            "As I leave Varnok, I welcome the release of nine teachers. — Ivo Vale (@ivovale) October 13, 2016",
        ),
        (
            ("Red Aid Norra", "Today we moved 21 people, as the army says."),
            "Today we moved 21 people, as the army says. – Red Aid Norra (@redaid_no) 13 October 2016",
        ),
        (("Norra Front", "The bridge is ours"), "The bridge is ours\n— Norra Front (@norrafront)"),
        (
            ("Edda (girl) Marsh", "Smoke on the quay"),
            "Smoke on the quay A post shared by Edda (girl) Marsh (@eddam) on Oct 1, 2017 at 10:56pm PDT",
        ),
    ],
)
def test_whose_account_a_post_is_says_it(expected: tuple[str, str], text: str) -> None:
    """All of it is in the words of a person or a body, and whoever is told of in it says nothing of his own."""
    lines = f"Shells hit Varnok on Monday.\n{text}\nThe mayor said nobody was hurt."
    assert [expected] == posted(lines)


def test_an_account_in_a_sentence_signs_nothing() -> None:
    assert not posted("The mayor of Varnok — Ivo Vale (@ivovale) on most days of that long and bloody siege — said nobody was hurt.")


LIVE = """Live: fighting in Port Esmere
19:12 “The whole quay is on fire.” — @esmere_diver
19:20 The fire brigade says it has sent four engines.
19:31 “My brother is under the slab.” – Ilka, seamstress, by phone
19:44 “We have no water left.” — Sister Amadea, St Bride's hospice
19.50 – “Nobody is coming.” – Olha, midwife, in a voice message
19:58 @karsh_pilot: “They hit the mill at noon.”
20:02 “I am looking for my wife.” @denys_azov"""


def test_lines_of_a_live_blog_are_signed_each_by_its_own() -> None:
    """Behind the hour, by handles too, and without how it was sent; whoever was told of last says none of them."""
    found = find_attributions(LIVE).attributions
    who = {a.source[0].of(LIVE): " | ".join(s.of(LIVE) for s in a.content) for a in found if a.source}
    assert who == {
        "@esmere_diver": "“The whole quay is on fire.”",
        "The fire brigade": "it has sent four engines",
        "Ilka, seamstress": "“My brother is under the slab.”",
        "Sister Amadea, St Bride's hospice": "“We have no water left.”",
        "Olha, midwife": "“Nobody is coming.”",
        "@karsh_pilot": "“They hit the mill at noon.”",
        "denys_azov": "“I am looking for my wife.”",
    }


@pytest.mark.parametrize("behind", ["Monday, a day later", "Quietly, he left", "and then he left"])
def test_a_comma_behind_a_dash_signs_nothing_by_itself(behind: str) -> None:
    assert signed(f"“We will win.” — {behind}") == []
