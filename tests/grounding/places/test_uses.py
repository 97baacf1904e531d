"""Place, or those who act from it?"""

import pytest

from saidwho.grounding.places.uses import Uses
from tests.grounding.places.readings import reading_of, span_of

Tree = dict[str, tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "name", "tree", "use"),
    [
        ("Kyiv has claimed it", "Kyiv", {"Kyiv": ("PROPN", "claimed", "nsubj"), "claimed": ("VERB", "claimed", "root")}, "metonym"),
        ("Kyiv lies on a river", "Kyiv", {"Kyiv": ("PROPN", "lies", "nsubj"), "lies": ("VERB", "lies", "root")}, "literal"),
        (
            "shells fell on Kyiv",
            "Kyiv",
            {"Kyiv": ("PROPN", "fell", "obl"), "on": ("ADP", "Kyiv", "case"), "fell": ("VERB", "fell", "root")},
            "literal",
        ),
        (
            "rebels backed by Ankara",
            "Ankara",
            {"Ankara": ("PROPN", "backed", "obl"), "by": ("ADP", "Ankara", "case"), "backed": ("VERB", "rebels", "acl")},
            "metonym",
        ),
        (
            "talks between Ankara and Kyiv",
            "Kyiv",
            {
                "Ankara": ("PROPN", "talks", "nmod"),
                "between": ("ADP", "Ankara", "case"),
                "Kyiv": ("PROPN", "Ankara", "conj"),
                "talks": ("NOUN", "talks", "root"),
            },
            "metonym",
        ),
        (
            "the border between Turkey and Ukraine",
            "Turkey",
            {"Turkey": ("PROPN", "border", "nmod"), "between": ("ADP", "Turkey", "case"), "border": ("NOUN", "border", "root")},
            "literal",
        ),
        ("Kyiv's demands", "Kyiv", {"Kyiv": ("PROPN", "demands", "nmod:poss"), "'s": ("PART", "Kyiv", "case")}, "metonym"),
        ("Kyiv's streets", "Kyiv", {"Kyiv": ("PROPN", "streets", "nmod:poss"), "'s": ("PART", "Kyiv", "case")}, "literal"),
        ("they accused Kyiv", "Kyiv", {"Kyiv": ("PROPN", "accused", "obj"), "accused": ("VERB", "accused", "root")}, "metonym"),
        ("they shelled Kyiv", "Kyiv", {"Kyiv": ("PROPN", "shelled", "obj"), "shelled": ("VERB", "shelled", "root")}, "literal"),
        (
            "Ukraine was invaded",
            "Ukraine",
            {"Ukraine": ("PROPN", "invaded", "nsubj:pass"), "invaded": ("VERB", "invaded", "root")},
            "literal",
        ),
        ("Ukraine is ready", "Ukraine", {"Ukraine": ("PROPN", "ready", "nsubj"), "ready": ("ADJ", "ready", "root")}, "metonym"),
        ("US officials", "US", {"US": ("PROPN", "officials", "compound")}, "demonym"),
        ("a US pilot", "US", {"US": ("PROPN", "pilot", "compound")}, "demonym"),
        (
            "US President Lorn spoke",
            "US",
            {"US": ("PROPN", "Lorn", "compound"), "President": ("PROPN", "Lorn", "nmod"), "Lorn": ("PROPN", "spoke", "nsubj")},
            "demonym",
        ),
        (
            "Kyiv lost 400 soldiers",
            "Kyiv",
            {"Kyiv": ("PROPN", "lost", "nsubj"), "soldiers": ("NOUN", "lost", "obj"), "lost": ("VERB", "lost", "root")},
            "metonym",
        ),
        (
            "Kyiv lost power",
            "Kyiv",
            {"Kyiv": ("PROPN", "lost", "nsubj"), "power": ("NOUN", "lost", "obj"), "lost": ("VERB", "lost", "root")},
            "literal",
        ),
        ("Ukraine's jets", "Ukraine", {"Ukraine": ("PROPN", "jets", "nmod:poss"), "'s": ("PART", "Ukraine", "case")}, "metonym"),
        ("US coast", "US", {"US": ("PROPN", "coast", "compound")}, "literal"),
    ],
)
def test_tells_place_from_actor(text: str, name: str, tree: Tree, use: str) -> None:
    """By what the name does, undergoes, or owns."""
    reading = reading_of(text, tree=tree)
    assert use == Uses(text, reading).use_of(span_of(text, name), is_country=name not in ("Kyiv", "Ankara"))


@pytest.mark.parametrize(
    ("source", "tree", "use"),
    [
        ("Kyiv", {"Kyiv": ("PROPN", "to", "obl")}, "metonym"),
        ("people in Kyiv", {"Kyiv": ("PROPN", "people", "nmod"), "in": ("ADP", "Kyiv", "case")}, "literal"),
    ],
)
def test_the_head_of_a_source_speaks(source: str, tree: Tree, use: str) -> None:
    """The source "Kyiv" is who speaks; in "people in Kyiv" it is where they are."""
    text = f"It was calm, according to {source}"
    reading = reading_of(text, tree=tree, source=source)
    assert use == Uses(text, reading).use_of(span_of(text, "Kyiv"), is_country=False)


def test_a_tree_with_a_loop_ends(gazetteer: object) -> None:
    """A predicted tree may go round in a circle."""
    tree = {"Kyiv": ("PROPN", "Ankara", "conj"), "Ankara": ("PROPN", "Kyiv", "conj")}
    text = "Kyiv and Ankara"
    assert "literal" == Uses(text, reading_of(text, tree=tree)).use_of(span_of(text, "Kyiv"), is_country=False)
