"""As what does a voice speak: a body of its own, an official without a name, an outlet that only prints?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from saidwho.linking.affiliation import NO_AFFILIATION, Affiliation, affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.homes import INSTALLED
from saidwho.linking.issuers import whose_press
from saidwho.linking.papers import STAFF, outlet_named
from saidwho.linking.parties import NO_OFFICIAL, Party, is_registered, named
from saidwho.linking.scenes import Scene, folded, is_organ_of_one, known_as
from saidwho.text.holding import held
from saidwho.text.issuing import body_of, is_page

Kind = Literal["body", "unnamed official", "unnamed", "outlet", "open", "own voice", "onlooker"]

_UNNAMED = re.compile(
    r"\b(?:officials?|officers?|diplomats?|attach[eé]s?|sources?|insiders?|aides?|advis[eo]rs?|lawmakers?|negotiators?)\b"
    r"|^(?:an?|one|two|three|several|some|the) (?:\w+ )?"
    r"(?:generals?(?! staff)|colonels?|lieutenants?|sergeants?|soldiers?)\b|\banonymous\b"
    r"|^(?:one|another|the other|some|two|both|all)(?: of (?:them|these|those))?$",
    re.IGNORECASE,
)
# What shows or tells something and is nobody: whoever shows it speaks.
_THING = re.compile(
    r"^(?:(?:the|an?|its|his|her|their|our|this|these|those|some|many|several|numerous|satellite|aerial|security|genetic|laboratory|"
    r"\w+['’]s?) )*(?:photo(?:graph)?s?|pictures?|images?|imagery|videos?|footage|recordings?|clips?|films?|documents?|letters?|records?|"
    r"registers?|logs?|log-?book|lists?|data|charts?|maps?|figures?|papers?|files?|contracts?|e-?mails?|cables?|memos?|invoices?|transcripts?|correspondence|tests?|examinations?|analys[ei]s|measurements?|traces?|tracks?|"
    r"grooves?|fragments?|debris|wreckage|marks?|posts?|messages?|posters?|leaflets?|page)\b",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(r"\b(?:by|from|of|to) (?:the |an? |its |her |his )?(?:[A-Z]|\w+['’]s\b)|^(?!It)[A-Z][\w'’-]*['’]s\b")
# "Contracts seen by Norrpress", "a letter that our reporter has read".
_SEEN_BY = re.compile(
    r"\b(?:seen|reviewed|obtained|viewed|examined|verified|analy[sz]ed|read|shown|provided) (?:by|to) (?P<by>(?:the |this )?\w[\w' -]*)",
    re.IGNORECASE,
)
# Who reads out what a broadcaster says, as a script has it.
_PRESENTER = re.compile(
    r"^(?:PRESENTER|ANCHOR|NEWSREADER|NARRATOR|HOST|STUDIO|ANNOUNCER|VOICE-?OVER|REPORTER|CORRESPONDENT|"
    r"FILM|VIDEO|CLAIM|VERDICT|RATING|FACTS?|QUESTION|ANSWER)\b"
)
# A source that is no speaker but a name for what stands elsewhere in the text, and what all print.
_REPORT = re.compile(
    r"^(?:\w+ )?(?:reports?|media|papers?|agency|agencies|accounts?|sites?|outlets?|who|we|us|i|nobody|none)$"
    r"|^(?:\w+ )?(?:reports?|posts?|rumou?rs?|claims?) (?:on|in|across) (?:the )?"
    r"(?:social media|internet|networks?|telegram|twitter|facebook)$"
    r"|^(?:everybody|everyone|all|many|most|whoever\b.*)$|^.*\b(?:of|in) (?:the )?(?:[\w-]+ )?(?:press|media)$",
    re.IGNORECASE,
)
# "Nobody at the office had heard shots": of whom nobody says it.
_NOBODY = re.compile(r"^(?:nobody|no one|none|neither|no) (?:\w+ )?(?:at|of|in|from|on)\b", re.IGNORECASE)
# Words that point at somebody whom the text has named or told before; whoever they stand for is counted there.
_POINTING = re.compile(
    r"^(?:the|its|his|her|their|our|one|another|both|who|which|what|whoever|it|he|she|they|that|this|these|those|others?)\b", re.IGNORECASE
)
_SOMEBODYS = re.compile(r"^(?:its|his|her|their|our)\b", re.IGNORECASE)
# "One of the trackmen" is told nowhere else, "one of them" is.
_ONE_OF = re.compile(r"^(?:one|another|both|two|some) of (?:the|those|its|his|her|their|our|\w+) (?!he\b|she\b)\w+", re.IGNORECASE)
# Of whom a text tells that he shall have no name, it names nobody elsewhere.
_NOT_NAMED = re.compile(
    r"\b(?:(?:asks?|asked|wish\w*|want\w*|prefer\w*|insist\w*|requested) (?:\w+ ){0,3}?(?:not (?:to )?be|anonymity|"
    r"to (?:stay|remain) (?:anonymous|unnamed))|"
    r"(?:would|did|does|do|will) not (?:give|tell|say|want|wish) (?:\w+ ){0,3}?(?:names?|named|identified)|"
    r"on (?:the )?condition|anonymous\w*|"
    r"(?:may|can|could|must) not be (?:named|identified))\b",
    re.IGNORECASE,
)
# Several who saw or live there are a source of their own, although the text points at them.
_PEOPLE = (
    "residents|witnesses|villagers|neighbours|neighbors|survivors|relatives|families|workers|drivers|locals|people|inhabitants|"
    "refugees|fishermen|farmers|traders|parents|passengers|students|pupils|prisoners|shepherds|herders|activists|miners|sailors"
)
_PEOPLE_THERE = re.compile(rf"\b(?:{_PEOPLE})\b", re.IGNORECASE)
# "Residents of Batken" is no name, "Workers' Front" is one.
_PEOPLE_OF = re.compile(rf"^(?:{_PEOPLE})(?: (?:of|in|from|at|near|who|with)\b|$)", re.IGNORECASE)
# Bodies that need no name to be one: there is one of the kind where it happens.
_BODY = re.compile(
    r"\b(?:committee|council|association|union|organi[sz]ation|institute|monitors?|monitoring group|charity|mission|red cross|network)\b",
    re.IGNORECASE,
)
# Companies and offices that a text describes closely enough to be one: "the grid company", "the company that runs the yard".
_DESCRIBED = re.compile(
    r"^the (?:(?!same\b|other\b|said\b)[\w'’-]+ )+(?:company|companies|railways?|operator|committee|council|union|authority|port|"
    r"university|refugee agency|aid agency|charity|owners?)\b"
    r"|^the (?:company|firm|charity|committee|union|agency|office|body) (?:that|which) \w+"
    r"|^the \w+['’]s (?:agent|owners?|operator|captain|master|skipper|principal|director)\b",
    re.IGNORECASE,
)
# One alone is whoever is kin to somebody with a name, or speaks at law for him: "Ostrov's wife" and "his wife" of one claim are one.
_KIN = re.compile(
    r"^(?:[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*['’]s?|his|her) (?:\w+ )?"
    r"(wife|widow|husband|mother|father|sister|brother|son|daughter|lawyer)$"
)
# Whom a text calls by a name that is not his own.
_TO_CALL = re.compile(r"\bcall (?:him|her|them) ([A-Z][\w'’-]*)")
# Those who judge from outside what others have seen.
_ONLOOKER = re.compile(
    r"\b(?:analysts?|experts?|historians?|professors?|researchers?|scholars?|lecturers?|commentators?|columnists?)\b", re.IGNORECASE
)
# Bodies of a state that are no part of its executive: courts, parliaments, services of the public.
_APART: frozenset[str] = frozenset({"body"})
# A basis of one's own, as opposed to another's word.
OWN_BASIS = frozenset({"own knowledge", "document", "imagery", "witness", "intelligence"})
# Told in the first person, it is the speaker's own.
_SAW = re.compile(
    r"\b(?:I|we)\b(?: \w+){0,2} (?:saw|see|counted|count|found|saved|dug|put out|rescued|evacuated|carried out|"
    r"brought out|heard|filmed|treated|buried|recorded|listed|washed|watched|written down|"
    r"pulled|carried|searched|intercepted|listened|photographed|examined|identified|keep)\b",
    re.IGNORECASE,
)
_REPORTED = frozenset({"count", "see", "keep"})
# Told of the source or in the third person, it is the speaker's own as well.
_AT_WORK = re.compile(
    r"\b(?:whose|who)\b(?: \w+){0,3} (?:searched|examined|counted|recovered|treated|buried|filmed|found|pulled|was there|was on duty)\b",
    re.IGNORECASE,
)
_AT_HAND = re.compile(r"\b(?:his|her|their) (?:\w+ )?(?:operating table|ward|arms|own eyes|hands)\b", re.IGNORECASE)
_TREATED = re.compile(
    r"\b(?:treat\w*|admitted|brought (?:in|to)|received|arriv\w+|operat\w+|bod(?:y|ies)|patients?|morgue|beds?|bullets?|burns|wounds?|"
    r"wounded|injured|dead|died)\b",
    re.IGNORECASE,
)
# A picture that is not the speaker's own and that the text has told of.
_SHOWN = re.compile(r"^(?:the|this|that|these|those) (?:\w+ ){0,2}(?:images?|pictures?|photo\w*|videos?|footage|film)$", re.IGNORECASE)
_SERVICE_NAMES: Mapping[str, str] = {"medical": "hospital", "police": "police", "rescue": "rescue service", "local": "local authority"}
_HOSPITAL = re.compile(r"\b(?:[A-Z][\w'’]*|[a-z]{2}-[A-Z][\w'’]*)(?:[ -][A-Z][\w'’]*)* (?:[Hh]ospital|[Cc]linic)\b")
_OFFICIAL = re.compile(r"\b(?:state|national|official)\b", re.IGNORECASE)
_WE = re.compile(r"^(?:we|us|our \w+)$", re.IGNORECASE)
# Who works for the body on whose page he speaks.
_OUR_OWN = re.compile(
    r"^our (?:own )?(?:\w+ )?(?:director|chair\w*|president|secretary|spokes\w+|coordinator|head|manager|skipper|captain|driver|pilot|"
    r"nurse|doctor|surgeon|midwife|medic|engineer|delegate|volunteer|observer|monitor|researcher|surveyor|inspector|lawyer|storekeeper|"
    r"member|colleague|staff|team|crew|commander|field worker|officer)s?\b",
    re.IGNORECASE,
)
# What an army's name has beside what it is called by.
_FORCE_NAMES = (
    "army armies armed forces force troops guard guards service border frontier coast "
    "military general staff high command joint brigade brigades battalion regiment division air navy "
    "naval ground land sea central northern southern eastern western first second third fourth fifth sixth seventh eighth ninth tenth "
    "national state royal defence defense operations operational special of the and headquarters his her its their our chief commander"
)
_FORCE_WORDS = frozenset(_FORCE_NAMES.split())
# "Ministry of Defence, Karlia".
_PARTED = re.compile(r"^([^,]*\b(?:Ministry|Office|Staff|Command|Headquarters|Presidency|Government)\b[^,]*), ([A-Z][^,]*)$")
# Bodies that are a state's where its name follows: "Court of Audit of Karlia".
_ORGAN_OF = re.compile(
    r"\b(?:Committee|Court|Office|Secretariat|Directorate|Inspectorate|Department|Presidency|Parliament|Senate|Assembly|Chamber)\b"
    r".* of (?:the )?([A-Z][^,]*)$"
)
_EACH_OTHER = re.compile(r"^(?:on |that )?(?:each other|one another)\b", re.IGNORECASE)
_DIPLOMATS = re.compile(r"\b(?:diplomats?|attach[eé]s?)\b", re.IGNORECASE)
# "Local officials" are of the place, whatever state the text names.
_OF_PLACE = re.compile(r"\b(?:local|regional|city|town|district|provincial)\b", re.IGNORECASE)
# Who speaks for a state that no text names.
HERE = "state:here"
# Keys of the states of the register: their codes.
_CODE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """As what somebody speaks.

    root: the key of who stands behind it, the state for all its executive; equal roots are one origin. name: of the root.
    body: through whom it speaks, where that is narrower. state: of a local authority or public service, the root that it is
    one with unless it has a basis of its own; state_name: its name. is_adrift: an organ of a state that its text leaves open.
    is_reporter: one who reports for the outlet that root is.
    """

    kind: Kind
    root: str
    name: str
    body: str | None = None
    state: str | None = None
    state_name: str | None = None
    is_adrift: bool = False
    is_reporter: bool = False


def standing(voice: Voice, scene: Scene) -> Standing:
    """As what a voice speaks, among those of one claim."""
    found = _of_maker(_standing(voice, scene), voice, scene)
    root, state = scene.one_state(found.root), scene.one_state(found.state) if found.state else None
    return found if (root, state) == (found.root, found.state) else replace(found, root=root, state=state)


def _of_maker(found: Standing, voice: Voice, scene: Scene) -> Standing:
    """Rule 3: what an outlet tells from pictures that somebody else made is of who made them, where the text names him."""
    if voice.maker is None or found.kind not in ("own voice", "outlet") or voice.is_there:
        return found
    shown = replace(voice.statement, form="indirect")
    # Whose it is is told by its name alone.
    made = replace(
        voice, statement=shown, speaker=voice.maker, source=voice.maker.name, affiliation=affiliation_of(voice.maker.name), maker=None
    )
    of_maker = _standing(made, scene)
    return of_maker if of_maker.kind == "body" else found


def _standing(voice: Voice, scene: Scene) -> Standing:
    if voice.statement.form == "own voice" or _speaks_on_its_page(voice) or _is_printed(voice, scene):
        return _outlet(voice, scene)
    if _blame_each_other(voice) or _NOBODY.match(voice.source):
        return Standing(kind="open", root=f"open:{folded(voice.source)}", name=voice.source)
    party = _known_elsewhere(_spelt_out(voice.speaker, scene), scene)
    if (by_craft := _by_craft(voice, party, scene)) is not None:
        return by_craft
    told = _affiliation(voice, scene)
    if party is not None and is_registered(party):
        return _registered(party, told, voice, scene)
    if told == NO_AFFILIATION or (party is not None and _is_force_by_name(party, told)):
        return _of_a_body(voice, scene) or _by_itself(voice, party, scene)
    return _affiliated(voice, told, scene)


def _speaks_on_its_page(voice: Voice) -> bool:
    """Whether "we", or nobody named, says it on the page of a body that prints its own word."""
    if voice.prints_as == "body" and _OUR_OWN.match(voice.source):
        return True
    if voice.prints_as == "body" and voice.speaker and voice.speaker.key is None and _ITS_OWN.match(voice.speaker.name):
        return True
    is_open = not voice.source or bool(_WE.match(voice.source))
    is_own = voice.prints_as == "body" or (voice.is_belied and not voice.source)
    return is_open and is_own and (voice.speaker is None or voice.speaker.key is None)


# Those who work for the body that prints its own word, as it tells of them ("the patrol").
_ITS_OWN = re.compile(
    r"^(?:the |a )?(?:patrol|team|mission|delegation|observers?|monitors?|inspectors?|investigators?|researchers?|surveyors?|delegates?|"
    r"logistician|midwife|clerk|staff|volunteers?)$",
    re.IGNORECASE,
)


def _is_reporter(voice: Voice, scene: Scene) -> bool:
    """Whether who speaks is known, from another text, to work for the outlet that prints it."""
    return voice.speaker is not None and (folded(voice.document.outlet or ""), known_as(voice.speaker)) in scene.staff


def _is_printed(voice: Voice, scene: Scene) -> bool:
    """Whether a source is nobody, so that the outlet says it: a picture, a paper of nobody named, who reads the news."""
    if voice.is_there or _PRESENTER.match(voice.source) or _is_reporter(voice, scene):
        return True
    is_person = voice.speaker is not None and voice.speaker.kind == "person"
    if is_person or not _THING.match(voice.source):
        return False
    return _is_seen_by_outlet(voice) or not _OF_SOMEBODY.search(voice.source)


def _is_seen_by_outlet(voice: Voice) -> bool:
    """Whether a source is something that its outlet tells to have seen itself ("contracts seen by Norrpress")."""
    found = _SEEN_BY.search(voice.source)
    if found is None:
        return False
    by, outlet = folded(found["by"]), folded(voice.document.outlet or "")
    return by in ("us", "this newspaper", "this paper", "this agency") or bool(outlet and (by.startswith(outlet) or outlet.startswith(by)))


def _is_force_by_name(party: Party, told: Affiliation) -> bool:
    """Whether an army is no state's but one by a name of its own ("Azure Brigade"; "the 4th Brigade" is somebody's)."""
    if told.organ != "army" or told.is_spokes or party.kind == "person" or not party.key or affiliation_of(party.name).owner:
        return False
    own = [word for word in (named(party.name) or "").split() if word not in _FORCE_WORDS and not word[0].isdigit()]
    return bool(own)


def _by_craft(voice: Voice, party: Party | None, scene: Scene) -> Standing | None:
    """Those who print, and those who judge from outside; None for all others."""
    if party is not None and _is_onlooker(party, voice):
        return Standing(kind="onlooker", root=f"name:{_full_name(known_as(party), party, scene)}", name=party.name)
    if party is not None and is_registered(party):
        return None
    seen = _SEEN_BY.search(voice.source) if _THING.match(voice.source) else None
    words = seen["by"] if seen else voice.source
    paper = outlet_named(party.name if party else words, scene.outlets) or outlet_named(words, scene.outlets)
    if paper:
        name = scene.outlet_names.get(paper, party.name if party else paper)
        return _press_of(name, scene) or Standing(kind="outlet", root=f"outlet:{paper}", name=name)
    if party is not None and party.kind != "person" and (press := _press_of_state(party.name, scene)) is not None:
        return press
    if party is not None and is_outlet(party, scene.outlets):
        return Standing(kind="outlet", root=f"outlet:{folded(party.name)}", name=party.name)
    return None


def _is_onlooker(party: Party, voice: Voice) -> bool:
    """Whether an analyst or a former official judges, without a word of what he saw himself."""
    told = " ".join((party.role or "", voice.source.partition(",")[0]))
    return party.kind == "person" and bool(_ONLOOKER.search(told)) and not has_own_basis(voice)


def _spelt_out(party: Party | None, scene: Scene) -> Party | None:
    """Whom an abbreviation that its text leaves open stands for in another ("RSF")."""
    if party is not None and party.name.isupper() and (not party.state or party.state.startswith("name:")):
        return scene.initials.get(party.name, party)
    return party


def _known_elsewhere(party: Party | None, scene: Scene) -> Party | None:
    """The same person with whose he is, where another text tells it alone: "President Ada Vale" is the "Kastrian President" of that."""
    if party is None or party.kind != "person" or not party.key or is_registered(party):
        return party
    return scene.officials.get(_full_name(known_as(party), party, scene), party)


def _affiliation(voice: Voice, scene: Scene) -> Affiliation:
    """For whom it speaks; what another text tells of a person of that name where this one tells nothing."""
    own = voice.affiliation
    if voice.speaker is None or not voice.speaker.key:
        return own
    told = scene.people.get(known_as(voice.speaker), NO_AFFILIATION)
    return told if told.owner or own == NO_AFFILIATION else own


def is_outlet(party: Party, outlets: frozenset[str]) -> bool:
    if is_organ_of_one(party.name):
        return False
    return party.kind == "outlet" or (party.kind in ("person", "body", "group") and folded(party.name) in outlets)


def has_own_basis(voice: Voice) -> bool:
    """Whether the text tells what the speaker itself rests on: a basis of its own, or what it saw in the first person."""
    basis = voice.statement.basis
    if basis and basis.kind in OWN_BASIS and not is_of_another(voice):
        return True
    # Whoever treats the wounded and receives the dead knows of them.
    if voice.affiliation.service == "medical" and voice.statement.form != "own voice" and _TREATED.search(voice.told):
        return True
    saw = (found for words in voice.quoted for found in _SAW.finditer(words))
    # A governor who says "we count 87 missing" tells what his offices report to him.
    is_seen = any(voice.affiliation.service != "local" or found[0].split()[-1].lower() not in _REPORTED for found in saw)
    return is_seen or bool(_AT_WORK.search(voice.source) or _AT_HAND.search(voice.told))


def points_back(words: str) -> bool:
    """Whether words point at somebody of whom their text has told before ("the witnesses")."""
    return bool(_POINTING.match(words)) and not _ONE_OF.match(words)


def saw_itself(words: str) -> bool:
    """Whether words tell in the first person what somebody saw or found."""
    return bool(_SAW.search(words))


def is_of_another(voice: Voice) -> bool:
    """Whether a speaker rests on a picture or document that somebody else showed ("the image proved"); "the army has video" is its own."""
    basis, words = voice.statement.basis, voice.basis
    return bool(basis and basis.kind in ("imagery", "document") and held(words) == words and _SHOWN.match(words))


def _outlet(voice: Voice, scene: Scene) -> Standing:
    """An outlet in its own voice; an army, a ministry or an institute that prints its own word speaks as itself."""
    name = voice.document.outlet or "the outlet"
    told = affiliation_of(_PARTED.sub(r"\1 of \2", name))
    party = voice.speaker
    # The register knows whom one who prints is, and that it is no paper.
    if party is not None and _is_body_of_register(party) and folded(party.name) == folded(name):
        return _registered(party, NO_AFFILIATION, voice, scene)
    if told.owner and (told.organ or told.is_spokes):
        root, owner = owner_of(told, scene)
        return Standing(kind="body", root=root, name=owner or name, body=name)
    if is_page(name) and (of_person := _page(name, scene)) is not None:
        return of_person
    if (of_other := _organ_of_state(name, scene) or _press_of(name, scene)) is not None:
        return of_other
    if folded(name) in scene.issuers:
        body = body_of(name)
        state = scene.state_named(folded(body))
        root, told_name = (state, scene.states[state]) if state else (f"name:{folded(body)}", body)
        return Standing(kind="body", root=root, name=told_name, body=name if name != told_name else None)
    root = f"outlet:{folded(name) if voice.document.outlet else voice.document.id}"
    return Standing(kind="own voice", root=root, name=name, is_reporter=_is_reporter(voice, scene))


def _is_body_of_register(party: Party) -> bool:
    """Whether the register knows somebody, as none of the press; a hospital or police of a town is known by its name alone."""
    return bool(party.key) and ":" not in str(party.key) and not str(party.key).startswith("local.") and party.kind != "outlet"


def _page(outlet: str, scene: Scene) -> Standing | None:
    """An official who speaks on pages of his own, by what these reports tell of him; else by his office, whose state stays open."""
    body = body_of(outlet)
    name = named(body) or folded(body)
    told = scene.people.get(name) or scene.people.get(name.rpartition(" ")[2]) or NO_AFFILIATION
    told = told if told.organ or told.service else affiliation_of(body)
    root, owner = owner_of(told, scene)
    is_adrift = told.owner is None or root not in scene.states
    if told.organ:
        return Standing(kind="body", root=root, name=owner or body, body=outlet, is_adrift=told.owner is None)
    if told.service:
        return Standing(kind="body", root=f"name:{name}", name=body, body=outlet, state=root, state_name=owner, is_adrift=is_adrift)
    return None


def _organ_of_state(outlet: str, scene: Scene) -> Standing | None:
    """A body by a name that the name of a state ends ("Court of Audit of Karlia")."""
    found = _ORGAN_OF.search(outlet)
    state = scene.state_named(folded(found[1])) if found else None
    return Standing(kind="body", root=state, name=scene.states[state], body=outlet) if state else None


def _press_of(outlet: str, scene: Scene) -> Standing | None:
    """The state or movement whose press one who prints is, as what it speaks; None where it is nobody's."""
    if (press := _state_press(outlet, scene)) is not None:
        return press
    movement = scene.papers.get(folded(outlet))
    return Standing(kind="body", root=f"name:{movement}", name=movement.title(), body=outlet) if movement else None


def _state_press(outlet: str, scene: Scene) -> Standing | None:
    """Rule 1: a state's own press speaks for it, where these reports know a state or movement of its name, or it says so itself."""
    owner = folded(whose_press(outlet) or "")
    # Whom others quote by its short name ("Halyard") is an agency, and no body that has one.
    is_movement = owner in scene.movements and owner not in scene.relays
    if owner and (is_movement or _OFFICIAL.search(outlet)) and not scene.state_named(owner):
        return Standing(kind="body", root=f"name:{owner}", name=owner.title(), body=outlet)
    return _press_of_state(outlet, scene)


def _press_of_state(outlet: str, scene: Scene) -> Standing | None:
    """A state's press, where these reports know the state, or a ministry or government of its name."""
    owner = folded(whose_press(outlet) or "")
    if not owner:
        return None
    base = scene.base_of(owner)
    state = scene.state_named(owner) or scene.state_named(base)
    if state:
        return Standing(kind="body", root=state, name=scene.states[state], body=outlet)
    return Standing(kind="body", root=f"name:{base}", name=base.title(), body=outlet) if scene.is_governed(base) else None


def _registered(party: Party, told: Affiliation, voice: Voice, scene: Scene) -> Standing:
    """An actor of the register, or one who belongs to one."""
    if party.kind == "outlet" and party.state is None:
        return Standing(kind="outlet", root=f"outlet:{folded(party.name)}", name=party.name)
    links = [(party.key, party.name, party.kind), *party.owners]
    apart = next((link for link in links if link[2] in _APART or (link[0] or "").startswith("local.")), None)
    root, name = _root(party, scene.states)
    is_of_state = party.state or root in scene.states
    if apart and not is_of_state and (apart[0] or "").startswith("local."):
        root, there = _there(voice, scene)
        name, is_of_state = there or party.name, True
    if is_of_state and (apart or (told.service and not told.organ)):
        key, body = (apart[0], apart[1]) if apart else (f"service:{told.service}", party.name)
        return Standing(kind="body", root=key or f"service:{told.service}", name=body, body=body, state=root, state_name=name)
    if party.key is None and _is_unnamed_official(party.name):
        return Standing(kind="unnamed official", root=root, name=name, body=party.name)
    narrower = next((link for link in links if link[2] not in ("person", "state")), None)
    is_narrower = narrower and narrower[0] != root and not _is_whole_government(narrower[0], party.state)
    return Standing(kind="body", root=root, name=name, body=narrower[1] if narrower and is_narrower else None)


def _affiliated(voice: Voice, told: Affiliation, scene: Scene) -> Standing:
    """One whose words tell an organ or a service, and perhaps whose."""
    if told.owner is None and (printer := _printer(voice, scene)) is not None:
        told = replace(told, owner=printer)
    root, name = _whose(told, voice, scene)
    label = voice.speaker.name if voice.speaker else voice.source
    if told.service and not told.organ:
        own = f"service:{told.service}"
        if told.owner and told.service != "medical":
            own += f"@{told.owner}"
        elif told.service == "medical" and (hospital := _HOSPITAL.search(voice.source.removeprefix("The "))) is not None:
            own += f"@{folded(hospital[0]).removeprefix('al ')}"
        # "The governor of the Littoral region" is a state's, which these words leave open.
        is_adrift = root not in scene.states and root != voice.seat
        return Standing(
            kind="body", root=own, name=_service_name(voice, told), body=label, state=root, state_name=name, is_adrift=is_adrift
        )
    words = voice.source or label
    if told.owner is None and _DIPLOMATS.search(words):  # of any state but that where it happens
        return _by_itself(voice, voice.speaker, scene)
    if _is_unnamed_official(words) and not (voice.speaker and _has_name(voice.speaker)):
        return Standing(kind="unnamed official", root=root, name=name or label, body=label, is_adrift=root == HERE)
    if root == HERE and not told.organ:  # a spokesperson of nobody told
        return replace(_by_itself(voice, voice.speaker, scene), is_adrift=True)
    body = label if folded(label) != name else None
    return Standing(kind="body", root=root, name=name or label, body=body, is_adrift=told.owner is None and not _is_at_home(root, voice))


def _is_at_home(root: str, voice: Voice) -> bool:
    return voice.home is not None and root == voice.home.key


def _whose(told: Affiliation, voice: Voice, scene: Scene) -> tuple[str, str | None]:
    """Who stands behind an organ or a service; no name where no text names the state."""
    is_service = told.service is not None and told.organ is None
    # A movement's press calls its fighters by the name of the state that it fights for.
    if voice.home is not None and voice.home.is_movement and affiliation_of(voice.source).owner is None:
        return voice.home.key, voice.home.name
    if is_service and INSTALLED.search(voice.source):
        state = scene.state_named(told.owner) if told.owner else None
        return (state, scene.states[state]) if state else (HERE, None)
    root, name = owner_of(told, scene)
    if told.owner and (root in scene.states or not is_service or not _lies_in_state(voice, scene)):
        return root, name
    if is_service or _OF_PLACE.search(voice.source):
        return _there(voice, scene)
    if voice.home is not None:
        return voice.home.key, scene.states.get(voice.home.key, voice.home.name)
    # Where a text names another state, an army may be that one's.
    is_of_place = scene.country in scene.states and voice.named & scene.states.keys() <= {scene.country}
    return (str(scene.country), scene.states[str(scene.country)]) if is_of_place else (HERE, None)


def _there(voice: Voice, scene: Scene) -> tuple[str, str | None]:
    """The state of a mayor or a hospital: in which it lies by its own words, else where all happens, else that of who prints it."""
    if voice.seat is not None and _lies_in_state(voice, scene):
        return voice.seat, scene.states.get(voice.seat)
    if scene.is_at_home:
        return str(scene.country), scene.states.get(str(scene.country))
    if voice.home is not None:
        return voice.home.key, scene.states.get(voice.home.key, voice.home.name)
    return HERE, None


def _lies_in_state(voice: Voice, scene: Scene) -> bool:
    """Whether the place that a source's words name lies in a state that texts tell of; not where its own tells of one of no register."""
    is_known = voice.seat in scene.states or voice.seat == scene.country
    return voice.seat is not None and is_known and all(len(key) == _CODE for key in voice.named & scene.states.keys())


def _printer(voice: Voice, scene: Scene) -> str | None:
    """The folded name of the state whose organ or press prints a text: "the minister" there is its own."""
    outlet = voice.document.outlet or ""
    told = affiliation_of(_PARTED.sub(r"\1 of \2", outlet))
    if told.owner and told.organ:
        return told.owner
    press = _state_press(outlet, scene)
    return folded(press.name) if press else None


def _has_name(party: Party) -> bool:
    """Whether a name is more than a word for officials that begins a sentence ("Officials in the capital")."""
    return named(party.name) is not None and named(_UNNAMED.sub("", party.name).strip()) is not None


def owner_of(told: Affiliation, scene: Scene) -> tuple[str, str | None]:
    """The root and its name: the state of the owner's name, else the owner; no name where none is told."""
    if told.owner is None:
        return HERE, None
    base = scene.owners.get(told.owner, told.owner)
    state = scene.state_named(told.owner) or scene.state_named(base)
    return (state, scene.states[state]) if state else (f"name:{base}", base.title())


def _service_name(voice: Voice, told: Affiliation) -> str:
    if voice.speaker and named(voice.speaker.name) and voice.speaker.kind != "person":
        return voice.speaker.name
    if (hospital := _HOSPITAL.search(voice.source)) is not None:
        return hospital[0]
    return _SERVICE_NAMES[told.service or "local"]


def _is_unnamed_official(words: str) -> bool:
    return bool(_UNNAMED.search(words)) and not NO_OFFICIAL.search(words)


def _by_itself(voice: Voice, party: Party | None, scene: Scene) -> Standing:
    """One who speaks for nobody we know of."""
    if party is None or _REPORT.match(party.name) or _are_several_states(party.name, scene):
        return _without_party(party.name if party else " ".join(voice.source.split()), scene)
    name = folded(party.name)
    if (state := scene.states_by_name.get(name)) is not None:
        return Standing(kind="body", root=state, name=scene.states[state])
    if party.key is None and (own := scene.own_names.get((voice.document.id, name))):
        return Standing(kind="body", root=f"name:{folded(own)}", name=own)
    if name in scene.owners or name in scene.owners.values():
        base = scene.owners.get(name, name)
        return Standing(kind="body", root=f"name:{base}", name=base.title())
    if _is_described(party):
        is_kin = _KIN.match(voice.source) and voice.source.split()[0].lower() not in ("his", "her")
        is_told = is_kin or _DESCRIBED.match(voice.source) or _TO_CALL.search(voice.source)
        words = voice.source if is_told or _is_somebodys(voice.source, party) or _NOT_NAMED.search(voice.source) else party.name
        return _nameless(words, scene, is_own=has_own_basis(voice))
    return _by_name(voice, party, scene)


# "Karlians put it at nine": whoever speaks for their state.
_PEOPLE_NAME = re.compile(r"^(?:the )?[A-Z][a-z]+s$")


# Who is nobody but the body whose they are: "the rebels of the Southern Covenant", "observers of the Joint Mission".
_OF_BODY = re.compile(
    r"^(?:the |two |three |some )?(?:rebels|fighters|militants|insurgents|guerrillas|saboteurs|couriers|commanders?|leaders?|members|"
    r"activists|observers?|monitors?|volunteers?|staff|workers|investigators?|inspectors?|delegates?|representatives?|radio) of "
    r"(?:the )?(?P<of>(?-i:[A-Z])[\w'’-]*(?: (?:of |for |the )*(?-i:[A-Z])[\w'’-]*)*)",
    re.IGNORECASE,
)


# "U.N. investigators", "Red Lantern volunteers".
_BODYS = re.compile(
    r"^(?:the |two |three |some |several )?(?P<of>(?:[A-Z]\.){2,}|[A-Z][\w'’-]*(?: (?:of |for |the )*[A-Z][\w'’-]*)*) (?:[a-z]+ )?"
    r"(?:investigators|experts|observers|monitors|inspectors|researchers|peacekeepers|delegates|volunteers|staff|workers|activists|rapporteurs|"
    r"representatives|members|fighters|militants|rebels)$"
)


def _of_a_body(voice: Voice, scene: Scene) -> Standing | None:
    """One told by the body alone that he is of, where these reports know a body of the name."""
    before = _BODYS.match(voice.source)
    name = before["of"] if before else ""
    body = scene.initials.get(name.replace(".", "")) or scene.bodies.get(folded(name))
    if body is not None and body.kind != "person":
        return _standing(replace(voice, speaker=body, source=body.name, affiliation=affiliation_of(body.name)), scene)
    found = _OF_BODY.match(voice.source)
    own = folded(found["of"]) if found else ""
    if found is None or own not in scene.movements | scene.issuers or scene.state_named(own):
        return None
    return Standing(kind="body", root=f"name:{own}", name=found["of"], body=voice.source)


def _is_somebodys(source: str, party: Party) -> bool:
    """Whether a source is told by whom it is of alone, who is named before ("her owners")."""
    is_told = source.lower().endswith(f" {party.name.lower()}") and not _KIN.match(source)
    return bool(_SOMEBODYS.match(source)) and is_told


# The railways of a state are its own.
_RAILWAYS = re.compile(r"^(?:the )?(\w+) (?:State |National )?Railways?$", re.IGNORECASE)


def _by_name(voice: Voice, party: Party, scene: Scene) -> Standing:
    """One with a name of its own: a person who is introduced as a body's is that body."""
    railway = _RAILWAYS.match(party.name)
    if railway and (state := scene.state_named(folded(railway[1]))) is not None:
        return Standing(kind="body", root=state, name=scene.states[state], body=party.name)
    full = _full_name(known_as(party), party, scene)
    if (body := scene.members.get(full)) is not None:
        return Standing(kind="body", root=f"name:{body}", name=body.title(), body=party.name)
    told = " ".join((party.role or "", voice.source))
    is_onlooker = bool(_ONLOOKER.search(told) or re.search(r"\bformer\b", told))
    return Standing(kind="onlooker" if is_onlooker else "body", root=f"name:{full}", name=party.name)


def _are_several_states(words: str, scene: Scene) -> bool:
    """Whether words name two states or more at once ("Karlia and Vinland")."""
    names = folded(words).split(" and ")
    return len(names) > 1 and scene.states_by_name.keys() >= set(names)


def _blame_each_other(voice: Voice) -> bool:
    """ "Moscow and Kyiv blamed each other for it": each is counted where it speaks."""
    return _EACH_OTHER.match(voice.told) is not None and " and " in voice.source


def _is_described(party: Party) -> bool:
    """Whether a party bears no name of its own."""
    if party.key is None or named(party.name) is None or _PEOPLE_OF.match(party.name):
        return True
    return party.kind in ("group", "people") and not _is_named_group(party.name)


def _without_party(words: str, scene: Scene) -> Standing:
    """A source that stands for no actor."""
    if not words or _REPORT.match(words) or _are_several_states(words, scene):
        return Standing(kind="open", root=f"open:{folded(words)}", name=words or "nobody named")
    if named(words) and _is_named_group(words):
        name = folded(words)
        state = scene.states_by_name.get(name)
        return Standing(kind="body", root=state or f"name:{name}", name=scene.states[state] if state else words)
    return _nameless(words, scene)


def _nameless(words: str, scene: Scene, *, is_own: bool = False) -> Standing:
    """One told by a description alone. is_own: it tells what it itself rests on."""
    name = folded(words)
    if (is_own and _BODY.search(words)) or _DESCRIBED.match(words):
        return Standing(kind="body", root=f"unnamed:{name}", name=words)
    if (told := _TO_CALL.search(words) or _KIN.match(words)) is not None:
        return Standing(kind="body", root=f"name:{folded(told[1])}", name=words)
    if name in scene.outlets:
        return Standing(kind="outlet", root=f"outlet:{name}", name=words)
    if _PEOPLE_NAME.match(words) and (state := scene.state_named(name.removesuffix("s"))) is not None:
        return Standing(kind="unnamed official", root=state, name=scene.states[state], body=words)
    is_pointing = bool(_POINTING.match(words)) and not (_PEOPLE_THERE.search(words) or _NOT_NAMED.search(words) or _ONE_OF.match(words))
    # Whoever works for an outlet is none beside it, whichever it is.
    if is_pointing or STAFF.search(words):
        return Standing(kind="open", root=f"open:{name}", name=words)
    return Standing(kind="unnamed", root=f"unnamed:{name}", name=words)


def _full_name(name: str, party: Party, scene: Scene) -> str:
    """The full name of a person whom a text calls by the surname, where one person alone of the claim bears it."""
    if party.kind != "person" or " " in name:
        return name
    full = [person for person in scene.people if person.endswith(f" {name}")]
    return full[0] if len(full) == 1 else name


def _is_named_group(name: str) -> bool:
    """Whether a group bears a name of its own ("Dawn Front") and is not just the first word of a sentence ("Traders of Lorn")."""
    return len([word for word in name.split() if word[:1].isupper()]) > 1 and not _PEOPLE_OF.match(name)


def _is_whole_government(key: str | None, state: str | None) -> bool:
    return key is not None and (key.startswith("government-of-") or key == f"{state}.government")


def _root(party: Party, states: Mapping[str, str]) -> tuple[str, str]:
    """Who stands behind a party of the register: its state, else the last that it belongs to, else itself."""
    if party.state:
        own = party.name if party.kind == "state" else next((name for key, name, _ in party.owners if key == party.state), party.state)
        return party.state, states.get(party.state, own)
    if (party.key or "").startswith("local.") and party.country and party.country.lower() in states:
        return party.country.lower(), states[party.country.lower()]
    if party.owners:
        return _plain_key(party.owners[-1][0]), party.owners[-1][1]
    return party.key or f"unnamed:{folded(party.name)}", party.name


def _plain_key(key: str) -> str:
    """Whom one document knows by name alone is known so in all."""
    kind, _, name = key.partition(":")
    return f"name:{name.partition('@')[0]}" if kind in ("body", "person") and name else key
