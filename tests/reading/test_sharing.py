"""A second verb of saying has the speaker of the first."""

import pytest

from saidwho.reading.sharing import with_shared_sources
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Token

TEXT = "The governor said nobody died and denied reports. The army wept and denied reports."


def spans(*words: str) -> tuple[Span, ...]:
    return tuple(Span(start=TEXT.index(word), end=TEXT.index(word) + len(word)) for word in words)


def tokens(*lines: tuple[str, str, int, str], text: str = TEXT) -> tuple[Token, ...]:
    """Tokens by word, part of speech, number of the head and relation; words are looked for one behind the other."""
    found, at = [], 0
    for word, upos, head, relation in lines:
        start = text.index(word, at)
        at = start + len(word)
        found.append(Token(span=Span(start=start, end=at), upos=upos, head=head, relation=relation))
    return tuple(found)


PARSED = tokens(
    ("The", "DET", 1, "det"),
    ("governor", "NOUN", 2, "nsubj"),
    ("said", "VERB", 2, "root"),
    ("nobody", "PRON", 4, "nsubj"),
    ("died", "VERB", 2, "ccomp"),
    ("and", "CCONJ", 6, "cc"),
    ("denied", "VERB", 2, "conj"),
    ("reports", "NOUN", 6, "obj"),
    (".", "PUNCT", 2, "punct"),
    ("The", "DET", 10, "det"),
    ("army", "NOUN", 11, "nsubj"),
    ("wept", "VERB", 11, "root"),
    ("and", "CCONJ", 13, "cc"),
    ("denied", "VERB", 11, "conj"),
    ("reports", "NOUN", 13, "obj"),
    (".", "PUNCT", 11, "punct"),
)


def said(source: tuple[Span, ...], cue: Span, content: Span) -> Attribution:
    return Attribution(source=source, cue=(cue,), content=(content,), score=0.9)


def second(word: str) -> Span:
    start = TEXT.rindex(word)
    return Span(start=start, end=start + len(word))


def test_a_coordinated_verb_has_the_speaker_of_the_verb_before() -> None:
    """The governor says, and the governor denies."""
    governor, said_cue, died, denied, reports = spans("The governor", "said", "nobody died", "denied", "reports")
    found = with_shared_sources(TEXT, (said((governor,), said_cue, died), said((), denied, reports)), PARSED)
    assert (governor,) == found[1].source


def test_a_coordinated_verb_has_the_subject_of_a_verb_that_says_nothing() -> None:
    """The army wept, and the army denied."""
    found = with_shared_sources(TEXT, (said((), second("denied"), second("reports")),), PARSED)
    assert "The army" == found[0].source[0].of(TEXT)


def test_a_shared_speaker_is_less_sure() -> None:
    """A rule gives it, and rules err."""
    found = with_shared_sources(TEXT, (said((), second("denied"), second("reports")),), PARSED)
    assert 0.9 > found[0].score


def test_whoever_does_something_else_is_no_source() -> None:
    """The army wept, and says nothing by it."""
    wept = Span(start=TEXT.index("wept"), end=TEXT.index("wept") + 4)
    (found,) = with_shared_sources(TEXT, (said((), wept, second("reports")),), PARSED)
    assert () == found.source


def test_a_verb_of_saying_has_its_own_subject() -> None:
    """Whoever is said to say it says it, where the reader names nobody."""
    verb = Span(start=TEXT.index("said"), end=TEXT.index("said") + 4)
    (found,) = with_shared_sources(TEXT, (said((), verb, Span(start=18, end=29)),), PARSED)
    assert "The governor" == found.source[0].of(TEXT)


@pytest.mark.parametrize(
    ("text", "lines", "cue", "source"),
    [
        (
            "The port was hit, the governor said, adding that nobody died.",
            (
                ("The", "DET", 1, "det"),
                ("port", "NOUN", 3, "nsubj:pass"),
                ("was", "AUX", 3, "aux:pass"),
                ("hit", "VERB", 7, "ccomp"),
                (",", "PUNCT", 7, "punct"),
                ("the", "DET", 6, "det"),
                ("governor", "NOUN", 7, "nsubj"),
                ("said", "VERB", 7, "root"),
                (",", "PUNCT", 9, "punct"),
                ("adding", "VERB", 7, "advcl"),
                ("that", "SCONJ", 12, "mark"),
                ("nobody", "PRON", 12, "nsubj"),
                ("died", "VERB", 9, "ccomp"),
            ),
            "adding",
            "the governor",
        ),
        (
            "It was over, the governor said before urging them to leave.",
            (
                ("It", "PRON", 2, "nsubj"),
                ("was", "AUX", 2, "cop"),
                ("over", "ADV", 6, "ccomp"),
                (",", "PUNCT", 6, "punct"),
                ("the", "DET", 5, "det"),
                ("governor", "NOUN", 6, "nsubj"),
                ("said", "VERB", 6, "root"),
                ("before", "SCONJ", 8, "mark"),
                ("urging", "VERB", 6, "advcl"),
                ("them", "PRON", 8, "obj"),
                ("to", "PART", 11, "mark"),
                ("leave", "VERB", 8, "xcomp"),
            ),
            "urging",
            "the governor",
        ),
        (
            "The bank went further and, citing logs, accused them.",
            (
                ("The", "DET", 1, "det"),
                ("bank", "NOUN", 2, "nsubj"),
                ("went", "VERB", 2, "root"),
                ("further", "ADV", 2, "advmod"),
                ("and", "CCONJ", 9, "cc"),
                (",", "PUNCT", 6, "punct"),
                ("citing", "VERB", 2, "advcl"),
                ("logs", "NOUN", 6, "obj"),
                (",", "PUNCT", 6, "punct"),
                ("accused", "VERB", 2, "parataxis"),
                ("them", "PRON", 9, "obj"),
            ),
            "accused",
            "The bank",
        ),
        (
            "A paper quoted her as telling aides that it was lost.",
            (
                ("A", "DET", 1, "det"),
                ("paper", "NOUN", 2, "nsubj"),
                ("quoted", "VERB", 2, "root"),
                ("her", "PRON", 2, "obj"),
                ("as", "SCONJ", 5, "mark"),
                ("telling", "VERB", 2, "advcl"),
                ("aides", "NOUN", 5, "obj"),
                ("that", "SCONJ", 10, "mark"),
                ("it", "PRON", 10, "nsubj"),
                ("was", "AUX", 10, "aux"),
                ("lost", "VERB", 5, "ccomp"),
            ),
            "telling",
            "her",
        ),
        (
            "The bank froze funds, declaring that they were stolen.",
            (
                ("The", "DET", 1, "det"),
                ("bank", "NOUN", 2, "nsubj"),
                ("froze", "VERB", 2, "root"),
                ("funds", "NOUN", 2, "obj"),
                (",", "PUNCT", 5, "punct"),
                ("declaring", "VERB", 2, "advcl"),
                ("that", "SCONJ", 9, "mark"),
                ("they", "PRON", 9, "nsubj:pass"),
                ("were", "AUX", 9, "aux:pass"),
                ("stolen", "VERB", 5, "ccomp"),
            ),
            "declaring",
            "The bank",
        ),
        (
            "It is feared that they drowned.",
            (
                ("It", "PRON", 2, "nsubj:pass"),
                ("is", "AUX", 2, "aux:pass"),
                ("feared", "VERB", 2, "root"),
                ("that", "SCONJ", 5, "mark"),
                ("they", "PRON", 5, "nsubj"),
                ("drowned", "VERB", 2, "ccomp"),
            ),
            "feared",
            "",
        ),
        (
            "The army is said to have wept.",
            (
                ("The", "DET", 1, "det"),
                ("army", "NOUN", 3, "nsubj:pass"),
                ("is", "AUX", 3, "aux:pass"),
                ("said", "VERB", 3, "root"),
                ("to", "PART", 6, "mark"),
                ("have", "AUX", 6, "aux"),
                ("wept", "VERB", 3, "xcomp"),
            ),
            "said",
            "",
        ),
    ],
)
def test_a_verb_that_goes_on_has_whoever_spoke(text: str, lines: tuple[tuple[str, str, int, str], ...], cue: str, source: str) -> None:
    """ "Adding" goes on with whoever said the rest, "as telling" with whom it quotes, "declaring" with who does it; "it is feared" and
    "is said to" have nobody."""
    given = [said((), Span(start=text.index(cue), end=text.index(cue) + len(cue)), Span(start=len(text) - 5, end=len(text) - 1))]
    if "governor" in text:
        governor = Span(start=text.index("the governor"), end=text.index(" said"))
        told = Span(start=text.index("said"), end=text.index("said") + 4)
        given.insert(0, said((governor,), told, Span(start=0, end=text.index(","))))
    assert source == " ".join(span.of(text) for span in with_shared_sources(text, tuple(given), tokens(*lines, text=text))[-1].source)


def test_attributions_keep_their_order_and_number() -> None:
    """One in, one out, each in its place."""
    governor, said_cue, died, denied, reports = spans("The governor", "said", "nobody died", "denied", "reports")
    given = (said((), denied, reports), said((governor,), said_cue, died))
    assert [a.cue for a in given] == [a.cue for a in with_shared_sources(TEXT, given, PARSED)]


def test_whoever_stands_behind_the_verb_says_it() -> None:
    """Not the one by whom something was done before: "laid by Kastria: so says the mayor"."""
    text = "It was laid by Kastria: so says Osk."
    lines = (
        ("It", "PRON", 2, "nsubj:pass"),
        ("was", "AUX", 2, "aux:pass"),
        ("laid", "VERB", 7, "ccomp"),
        ("by", "ADP", 4, "case"),
        ("Kastria", "PROPN", 2, "obl:agent"),
        (":", "PUNCT", 7, "punct"),
        ("so", "ADV", 7, "advmod"),
        ("says", "VERB", 7, "root"),
        ("Osk", "PROPN", 7, "nsubj"),
        (".", "PUNCT", 7, "punct"),
    )
    kastria, says = Span(start=15, end=22), Span(start=27, end=31)
    (found,) = with_shared_sources(text, (said((kastria,), says, Span(start=0, end=11)),), tokens(*lines, text=text))
    assert "Osk" == found.source[0].of(text)


def test_who_is_cited_by_an_outlet_speaks() -> None:
    """The reader took the agent for the source; it is the relay."""
    text = "The pilot was safe, officials cited by Norrpress said."
    parsed = tokens(
        ("The", "DET", 1, "det"),
        ("pilot", "NOUN", 3, "nsubj"),
        ("was", "AUX", 3, "cop"),
        ("safe", "ADJ", 9, "ccomp"),
        (",", "PUNCT", 9, "punct"),
        ("officials", "NOUN", 9, "nsubj"),
        ("cited", "VERB", 5, "acl"),
        ("by", "ADP", 8, "case"),
        ("Norrpress", "PROPN", 6, "obl:agent"),
        ("said", "VERB", 9, "root"),
        (".", "PUNCT", 9, "punct"),
        text=text,
    )

    def span(words: str) -> tuple[Span, ...]:
        return (Span(start=text.index(words), end=text.index(words) + len(words)),)

    attribution = Attribution(source=span("Norrpress"), cue=span("said"), content=span("The pilot was safe"), score=0.5)
    (found,) = with_shared_sources(text, (attribution,), parsed)
    assert (span("officials"), span("Norrpress")) == (found.source, found.relay)


@pytest.mark.parametrize(
    ("source", "relation", "text"),
    [
        ("calls", "advcl", "Residents received calls telling them that they would die."),
        ("calls", "acl", "Residents received calls telling them that they would die."),
        ("Residents", "advcl", "Residents answered calls telling them that they would die."),
    ],
)
def test_what_somebody_got_is_not_said_by_him(source: str, relation: str, text: str) -> None:
    """What stands in it is said by it; whoever acts may say something by acting."""
    verb = text.split()[1]
    parsed = tokens(
        ("Residents", "NOUN", 1, "nsubj"),
        (verb, "VERB", 1, "root"),
        ("calls", "NOUN", 1, "obj"),
        ("telling", "VERB", 2 if relation == "acl" else 1, relation),
        ("them", "PRON", 3, "iobj"),
        ("that", "SCONJ", 8, "mark"),
        ("they", "PRON", 8, "nsubj"),
        ("would", "AUX", 8, "aux"),
        ("die", "VERB", 3, "ccomp"),
        (".", "PUNCT", 1, "punct"),
        text=text,
    )

    def span(words: str) -> Span:
        return Span(start=text.index(words), end=text.index(words) + len(words))

    read = Attribution(source=(span("Residents"),), cue=(span("telling"),), content=(span("that they would die"),), score=0.5)
    (one,) = with_shared_sources(text, (read,), parsed)
    assert (span(source),) == one.source


def test_what_somebody_got_is_taken_out_of_the_cue() -> None:
    text = "Families got text messages ordering them out."

    def span(words: str) -> Span:
        return Span(start=text.index(words), end=text.index(words) + len(words))

    parsed = (Token(span=span("got"), upos="VERB", head=0, relation="root"),)
    read = Attribution(source=(span("Families"),), cue=(span("got text messages ordering"),), content=(span("them out"),), score=0.5)
    (one,) = with_shared_sources(text, (read,), parsed)
    assert (span("text messages"), span("ordering")) == (one.source[0], one.cue[0])
