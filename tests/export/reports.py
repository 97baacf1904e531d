"""Reports made by hand, and a way to draw them at random."""

from dataclasses import replace

from hypothesis import strategies as st

from saidwho.intake.drafts import Draft, freeze
from saidwho.types.document import Document, Span
from saidwho.types.grounding import NOTHING_GROUNDED, Actor, Figure, Grounding, Place, Speaker, Time
from saidwho.types.statement import (
    AidItem,
    AidPackage,
    AidStage,
    Basis,
    Conduct,
    Denial,
    Event,
    Link,
    Proposition,
    Report,
    Statement,
)

TEXT = "Port shelled, governor says\nThe mayor said the governor claimed “the port is <b>gone</b>”, and left."


def spans(*words: str, text: str = TEXT) -> tuple[Span, ...]:
    return tuple(Span(start=text.index(w), end=text.index(w) + len(w)) for w in words)


MAYOR = Speaker(source=spans("The mayor"), actor="x", score=0.92346, why="named here")


def statement(
    number: int, source: tuple[Span, ...], cue: tuple[Span, ...], content: tuple[Span, ...], speaker: Speaker | None = None
) -> Statement:
    return Statement(id=f"s{number}", form="indirect", content=content, cue=cue, source=source, score=0.91236, speaker=speaker)


def grounded() -> Grounding:
    """A mayor with a name, a port, a day and a count, none of which the text's few words would bear."""
    mayor = Actor(id="x", name="Ada Vale", kind="person", role="mayor", of=None, country="USA", wikidata=None, mentions=spans("The mayor"))
    port = Place(
        span=spans("Port")[0], name="Varnok", geonameid=7, country="UKR", admin1="Ilven Oblast", lat=48.5, lon=37.25,
        where_prec=4, use="literal", score=0.81239,
    )  # fmt: skip
    figure = Figure(
        span=spans("shelled")[0], low=17, high=None, qualifier="at least", unit="people", counts="killed", of="x", victims="civilians",
        per="day", over=None, cumulative=True, since="2022-02", as_of=None, part_of=None, currency=None,
    )  # fmt: skip
    return Grounding(
        actors=(mayor,),
        speakers=(MAYOR,),
        places=(port,),
        times=(Time(span=spans("left")[0], edtf="2024-03-04", date_prec=1),),
        figures=(figure,),
    )


def report() -> Report:
    """A headline, and a statement inside another."""
    return Report(
        document=freeze(Draft(text=TEXT, key="a-1", outlet="The Harbour Post", published="2024-03-05")),
        statements=(
            statement(1, spans("governor"), spans("says"), spans("Port shelled")),
            statement(2, spans("The mayor"), spans("said"), spans("the governor claimed “the port is <b>gone</b>”"), speaker=MAYOR),
            statement(3, spans("the governor"), spans("claimed"), spans("“the port is <b>gone</b>”")),
        ),
        grounding=grounded(),
    )


def full_report() -> Report:
    """A report in which every field of a statement, a proposition and an aid package holds something."""
    ground = grounded()
    figure, place, time = ground.figures[0], ground.places[0], ground.times[0]
    proposition = Proposition(
        id="p1", spans=spans("Port shelled"), negated=True, modality="possible",
        event=Event(type="ASSAULT", mode="artillery", span=spans("shelled")[0], score=0.9),
        actor=("x",), recipient=("y",), places=(replace(place, score=0.8124),), times=(time,), figures=(figure,),
        conduct=(Conduct(tag="attack on protected objects", provision="Rome Statute, article 8(2)(b)(ii)"),), aid="a1",
    )  # fmt: skip
    speaker = Speaker(source=spans("governor"), actor="x", score=0.9, why="named here")
    spoken = Statement(
        id="s1", form="mixed", content=spans("Port shelled"), cue=spans("says"), source=spans("governor"), score=0.9, speaker=speaker,
        spoken=Time(span=spans("left")[0], edtf="2024-03-04", date_prec=None), act="deny", within="s0",
        chain=(
            Link(role="outlet", actor=None, name="The Harbour Post", span=None),
            Link(role="speaker", actor="x", name="Ada Vale", span=spans("governor")[0]),
        ),
        speaker_side="Varnok", basis=Basis(span=spans("claimed")[0], kind="intelligence"), venue=spans("left")[0],
        denies=Denial(span=spans("Port shelled")[0], target="occurrence"), caveats=spans("and left"),
        propositions=(proposition,), first_hand=True,
    )  # fmt: skip
    package = AidPackage(
        id="a1", donor="x", recipient="y", kind="military", amount=figure, funding=spans("the port"),
        items=(AidItem(span=spans("port")[0], name="port", count=3),),
        history=(AidStage(stage="pledged", amount=figure, date="2024-03-04", statement="s1"),),
    )  # fmt: skip
    scored = replace(ground, speakers=(speaker,), places=(replace(place, score=0.8124),))
    return replace(report(), statements=(spoken,), grounding=replace(scored, actors=ground.actors), aid=(package,))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any text with any spans in it, overlapping and nested."""
    text = draw(st.text(alphabet=st.one_of(st.sampled_from("ab \n<&\"'“\ud800\x1b\u202e🚢ش"), st.characters()), max_size=60))
    place = st.integers(0, len(text))
    pieces = st.lists(st.tuples(place, place).map(sorted).map(lambda p: Span(start=p[0], end=p[1])), max_size=3).map(tuple)
    found = draw(st.lists(st.tuples(pieces, pieces, pieces), max_size=5))
    document = Document(
        id="d", key=None, work="d", outlet=None, url=None, title=None, byline=None, published=None, zone=None, language=None, text=text
    )
    return Report(document=document, statements=tuple(statement(n, *parts) for n, parts in enumerate(found)), grounding=NOTHING_GROUNDED)
