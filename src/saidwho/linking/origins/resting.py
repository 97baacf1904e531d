"""Rules 2, 5 and 6: who rests on the word of another, and who saw it itself?"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from saidwho.linking.affiliation import affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.origins.said import Said
from saidwho.linking.parties import folded
from saidwho.linking.scenes import Scene
from saidwho.linking.standing.own_basis import OWN_BASIS, has_own_basis, is_of_another, saw_itself
from saidwho.linking.standing.owners import owner_of

# "It was acting on the word of Arland": what it says then is Arland's.
_ON_ANOTHERS_WORD = re.compile(r"\bon the (?:mere |sole )?word of\b", re.IGNORECASE)
_FIGURES = re.compile(
    r"\b(?:figures?|counts?|data|estimates?|statements?|reports?|tall(?:y|ies)|tolls?|numbers|statistics)\b", re.IGNORECASE
)
# "The findings of the Joint Team": what somebody else found, whose name follows.
_FOUND_BY = re.compile(
    r"\b(?:findings?|conclusions?|assessments?|estimates?|figures?|counts?|data|reports?|statements?|results|information|inquir(?:y|ies)) "
    r"(?:of|by|from) (?:the )?([A-Z][\w'’-]*(?: (?:of |for |the )*[A-Z][\w'’-]*)*)"
)
_TAKEN = re.compile(r"\b(?:captured|seized|intercepted|leaked|obtained|secret|internal|classified)\b", re.IGNORECASE)
_OURS = re.compile(r"\b(?:we|our|ours)\b", re.IGNORECASE)


def rests_on_others(one: Said, scene: Scene) -> bool:
    """Rules 2 and 3: whoever rests on another's word relays it, and whoever judges another's picture adds nothing to it."""
    if _ON_ANOTHERS_WORD.search(one.voice.told):
        return True
    basis = one.voice.statement.basis
    return basis is not None and (basis.kind == "unnamed source" or is_of_another(one.voice) or _are_anothers_figures(one, scene))


# "The ministry believes that", "in his opinion", "said they suspected": an assumption that is told as one. What is reckoned was
# mostly counted.
_BELIEVE = (
    r"(?:believ(?:es?|ed|ing)|thinks?|thought|suspect(?:s|ed)?|assum(?:es?|ed|ing)|suppos(?:es?|ed)|presum(?:es?|ed)|guess(?:es|ed)?|"
    r"speculat(?:es?|ed|ing)|surmis(?:es?|ed)|suggest(?:s|ed|ing)?)"
)
_BELIEVING = re.compile(rf"\b{_BELIEVE}\b|\bin (?:\w+['’]s|his|her|its|their|my|our) (?:view|opinion)\b", re.IGNORECASE)
_SAYS_IT_BELIEVES = re.compile(rf"\W*(?:that )?(?:he|she|it|they|we|i) (?:\w+ ){{0,2}}?{_BELIEVE}\b", re.IGNORECASE)


def only_assumes(one: Said) -> bool:
    """Rule 7: whether somebody only believes it, by his own words, and tells nothing that he rests it on."""
    voice = one.voice
    if voice.statement.basis is not None or voice.statement.act in ("admit", "confirm", "claim responsibility") or saw_it(one):
        return False
    return bool(_BELIEVING.search(voice.cue) or _SAYS_IT_BELIEVES.match(voice.told))


# Those who watch from outside and print what others tell.
_WATCHES = re.compile(r"\b(?:monitors?|\w*watch\w*|observator\w+|institute|cent(?:re|er)|tracker|think[ -]tank)\b", re.IGNORECASE)


def watching_on_word(said: Sequence[Said]) -> frozenset[str]:
    """The ids of voices of monitors and institutes that tell in their own voice, without a basis, what their text has others tell as well.

    "Karlia launched 90 drones. The Merovan air force reported that 57 were downed": it rests on those others, as far as its text tells.
    """
    citing = {one.voice.document.id for one in said if one.voice.statement.form != "own voice" and one.voice.source}
    return frozenset(
        one.voice.id
        for one in said
        if one.voice.statement.form == "own voice"
        and one.voice.document.id in citing
        and one.voice.statement.basis is None
        and not saw_it(one)
        and _WATCHES.search(one.voice.document.outlet or "")
    )


def only_cites(group: Sequence[Said], printed: Mapping[str, Sequence[Said]]) -> bool:
    """Rule 6: whoever is cited for what its own reports only cite from other outlets. printed: voices by folded outlets."""
    own = [one for name in {folded(one.standing.name) for one in group} for one in printed.get(name, ())]
    return bool(own) and all(one.standing.kind in ("outlet", "open") for one in own)


def repeats(one: Said, names: Mapping[str, str]) -> bool:
    """Whether it rests on what somebody else found who speaks for himself here. names: roots by the folded names that speak."""
    found = _FOUND_BY.search(one.voice.basis)
    return found is not None and not _TAKEN.search(one.voice.basis) and names.get(folded(found[1]), one.root) != one.root


def _are_anothers_figures(one: Said, scene: Scene) -> bool:
    """Whether it rests on what an organ of somebody else says openly ("figures of the Karlian army"), and on no papers taken from it."""
    words = one.voice.basis
    if not _FIGURES.search(words) or _TAKEN.search(words):
        return False
    told = affiliation_of(words)
    return bool(told.owner and (told.organ or told.service)) and owner_of(told, scene)[0] != one.root


def is_first_hand(group: Sequence[Said]) -> bool:
    """Rule 5: an outlet counts where a text says that it saw or verified it itself."""
    return group[0].standing.kind in ("outlet", "own voice") and any(saw_it(one) for one in group)


def saw_it(one: Said) -> bool:
    if one.voice.statement.first_hand or one.voice.is_there or one.standing.is_reporter:
        return True
    if one.standing.kind != "own voice":
        return has_own_basis(one.voice) and one.voice.statement.basis is None
    return saw_itself(one.voice.told) or _is_its_own_basis(one.voice)


def _is_its_own_basis(voice: Voice) -> bool:
    """Whether what an outlet rests on is its own by the words that tell it ("pictures taken for Geolens", "we counted")."""
    basis = voice.statement.basis
    if basis is None or basis.kind not in OWN_BASIS:
        return False
    name = folded(voice.document.outlet or "")
    return bool(_OURS.search(voice.basis)) or (bool(name) and name in folded(voice.basis))


def printing_speakers(said: Sequence[Said]) -> dict[str, set[str]]:
    """The documents of each outlet, by its folded name, that tell who says it first: as those who were told, not as those who cite."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in said:
        if not one.voice.relays and one.standing.kind in ("body", "unnamed") and one.voice.statement.form != "own voice":
            found[folded(one.voice.document.outlet or "")].add(one.voice.document.id)
    return found


def is_told_through(group: Sequence[Said], quoted: Mapping[str, set[str]]) -> bool:
    """Whether a source without a name is known through an outlet alone whose own report tells whom it heard."""
    if any(one.standing.kind != "unnamed" for one in group):
        return False
    through = [{document for _, name in one.voice.relays for document in quoted.get(folded(name), ())} for one in group]
    return all(documents - {one.voice.document.id} for documents, one in zip(through, group, strict=True))
