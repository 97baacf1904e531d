"""Which things does a verb of giving give?

By the syntax: its object, in the passive its subject, what is behind "provide ... with", what a convoy carries; with whatever is
joined to them by "and". "Rounds of tank ammunition" and "tonnes of rice" are what they are of.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from saidwho.statements.aid.arrivals import BRINGING
from saidwho.statements.aid.items import items_in, listed, things_in
from saidwho.statements.aid.makes import first_of_run, is_make, make_at
from saidwho.statements.aid.verbs import GIVE
from saidwho.statements.aid.words import GETTERS, GETTING_PHRASES, GIVING_PHRASES, STAGE_OF, WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.statement import AidItem

_WITH = ("provid", "suppl", "equip", "arm", "present", "help", "aid")
# Verbs whose subject is what is given: "generators arrived", and in headlines without "were": "vests delivered".
_COMING = frozenset({"arrived", "arrives", "reached", "reaches", "landed", "left", "crossed", "delivered", "unloaded", "handed", "arrive"})
_MEASURES = frozenset({
    "tonnes", "tons", "tonne", "rounds", "boxes", "sets", "loads", "pallets", "containers", "litres", "barrels", "shipment", "shipments",
    "consignment", "convoy", "package", "batch", "sacks", "bags", "kilograms", "doses", "first", "load", "cargo", "supply", "gift",
    "purchase", "battery", "batteries", "delivery", "dispatch", "transfer", "handover", "donation", "dozens", "hundreds", "thousands",
    "more", "truckloads", "lorryloads", "planeloads",
})  # fmt: skip
_BULLETS = frozenset({"-", "•", "*", "–", "—", "·"})
# What the verb of a clause is to what stands before it.
_CLAUSES = frozenset({"root", "ccomp", "advcl", "parataxis", "conj", "acl:relcl", "xcomp"})
# Words from a sum up to what it is for: "20 million crowns from next year's budget for drones".
_FROM_SUM = 8
_WORKS = frozenset({"clearing", "clearance", "removal", "restoration", "repair", "repairs", "reconstruction", "rebuilding", "mending"})
_DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_TAKING_UP = frozenset({"the", "these", "those", "its", "their"})
_NAMED = frozenset({"obj", "nsubj", "nsubj:pass", "conj", "nmod", "obl", "appos", "root", "list", "dep", "parataxis"})
# What stands behind these is whom or what aid is for.
_GOING_TO = frozenset({"for", "to", "'s", "'"})
# For things these are made out.
_ORDERS = frozenset({"contract", "contracts", "order", "orders"})
_HOUSES = frozenset({"hospital", "hospitals", "clinics", "bridges"})
_GIVEN = ("obj", "nsubj:pass", "conj")
_ARTICLES = frozenset({"a", "an", "another", "one"})
_ABSTRACT = ("tion", "ment", "ness", "ity", "ship", "ance", "ence")
_NO_THING = (
    WORDS["abstract"]
    | WORDS["people"]
    | WORDS["aid"]
    | WORDS["currency"]
    | WORDS["places"]
    | WORDS["plans"]
    | WORDS["reference"]
    | WORDS["part"]
    | WORDS["endings"]
) | frozenset(
    {
        "million",
        "billion",
        "tenth",
        "fifth",
        "third",
        "quarter",
        "half",
        "tenths",
        "fifths",
        "thirds",
        "quarters",
        "study",
        "contract",
        "cheque",
        "deposit",
        "bill",
        "law",
        "budget",
        "sum",
    }
)
_OF_MONEY = frozenset({"million", "billion", "worth"})
_CARRIED = frozenset({"carrying", "with", "loaded", "bringing", "of"})


class Gifts:
    """The things that the sentences of one text give."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def items(self, verbs: list[int], tokens: range) -> list[AidItem]:
        """The things that a part of a sentence gives, in its order: those listed, those that its verbs give, those that it names."""
        text = self._around.text
        found = list(takewhile(self._is_named, items_in(text, self._around.span(tokens.start, tokens.stop))))
        for item in (*self._behind_colon(tokens), *self._given_by(verbs, tokens), *self._given(tokens)):
            is_known = any(known.span.start <= item.span.start and item.span.end <= known.span.end for known in found)
            words = item.name.lower().split()
            if not is_known and not _OF_MONEY & set(words) and words[-1] not in WORDS["part"]:
                found.append(item)
        # ", the ministry said" ends a list; "contains 40 million for radars" names no thing but the radars.
        found = [item for item in found if item.name.split()[-1].lower() not in WORDS["saying"] | _OF_MONEY]
        return sorted(map(self._without_participle, found), key=lambda item: item.span.start)

    def _without_participle(self, item: AidItem) -> AidItem:
        """ "Nineteen F-16 aircraft pledged last August": the parser took what is told of the things for the last word of their name."""
        *words, last = item.name.split()
        if not words or STAGE_OF.get(last.lower()) is None or not last.endswith("ed"):
            return item
        return replace(item, name=" ".join(words), span=Span(start=item.span.start, end=item.span.end - len(last) - 1))

    def _is_named(self, item: AidItem) -> bool:
        """Whether a part of a list names something, and is no clause behind it: ", as Kyiv tries to hold the line"."""
        inside = [self._around.tokens[i] for i in self._around.touched(item.span)]
        is_clause = any(word.upos in ("VERB", "AUX") and word.relation in _CLAUSES for word in inside)
        if inside and all(word.upos in ("PROPN", "DET") for word in inside) and not item.name.endswith("s"):
            return False  # "All of it is meant for Ukraine".
        return bool(inside) and not is_clause and inside[0].upos not in ("SCONJ", "ADP")

    def are_listed(self, tokens: range) -> bool:
        """Whether a sentence is a line of a list, or names several things that are counted."""
        known = sum(self._around.words[i] in WORDS["materiel"] and self.is_counted(i) for i in tokens)
        return known > 1 or (self.is_bare(tokens) and (self._has_bullet(tokens) or any(self.is_counted(i) for i in tokens)))

    def _has_bullet(self, tokens: range) -> bool:
        return self._around.words[tokens.start] in _BULLETS

    def is_bare(self, tokens: range) -> bool:
        """Whether some words have no verb."""
        inside = (self._around.tokens[i] for i in tokens)
        return not any(word.upos == "AUX" or (word.upos == "VERB" and word.relation not in ("amod", "acl", "compound")) for word in inside)

    def _behind_colon(self, tokens: range) -> Iterator[AidItem]:
        """What a list without verbs names behind a colon; such a sentence as a whole where it has none."""
        around = self._around
        colon = next((i for i in reversed(tokens) if around.words[i] == ":" and around.words[i - 1].isalpha()), None)
        if colon is None and not (self.is_bare(tokens) and (self._has_bullet(tokens) or self.are_listed(tokens))):
            return
        first = tokens.start if colon is None else colon + 1
        past = next((i for i in range(first, tokens.stop) if around.words[i] in (".", "(")), tokens.stop)
        if past > first and self.is_bare(range(first, past)):
            yield from (item for item in listed(around.text, around.span(first, past)) if self._is_of_a_thing(item))

    def _is_of_a_thing(self, item: AidItem) -> bool:
        """Whether a part of a list is one: no name, no sum, no people."""
        inside = self._around.touched(item.span)
        if inside and self._is_make(inside[-1]):
            return True
        last = next((i for i in reversed(inside) if self._around.tokens[i].upos in ("NOUN", "PROPN")), None)
        return (
            last is not None
            and self._around.tokens[last].upos == "NOUN"
            and self._around.words[last] not in (WORDS["people"] | WORDS["currency"] | WORDS["places"])
        )

    def _given_by(self, verbs: list[int], tokens: range) -> Iterator[AidItem]:
        """What the verbs give by the syntax."""
        around = self._around
        nouns = dict.fromkeys(make if (make := make_at(around, noun)) is not None else noun for verb in verbs for noun in self.of(verb))
        for noun in (noun for noun in nouns if noun in tokens):
            first = first_of_run(around, noun) if self._is_make(noun) else noun
            first = self._past_recipient(min(first, self._first_of(noun, tokens.start)), noun)
            found = listed(around.text, around.span(first, noun + 1))
            yield from (item for item in found if self._is_of_a_thing(item))

    def _given(self, tokens: range) -> Iterator[AidItem]:
        """Things that a sentence names, each with what describes it: "has allocated 60 lorries and 2,000 radio sets"."""
        around = self._around
        for i in tokens:
            if not self._may_be_given(i):
                continue
            first, past = self._phrase(i, tokens)
            before = around.words[first - 1] if first > tokens.start else ""
            is_thing = before == "for" and around.words[i] in WORDS["materiel"] - _HOUSES
            is_bought = is_thing and bool(set(around.words[max(first - _FROM_SUM, tokens.start) : first]) & (WORDS["currency"] | _ORDERS))
            if (before in _GOING_TO and not is_bought) or self._is_part(first, tokens):
                continue
            if around.words[i] in WORDS["carriers"] and _CARRIED & set(around.words[past : past + 2]):
                continue
            if before not in _TAKING_UP or around.tokens[first].upos == "NUM":
                span = around.span(first, past)
                yield from listed(around.text, span) if around.words[i] not in WORDS["materiel"] else things_in(around.text, span)

    def _is_part(self, first: int, tokens: range) -> bool:
        """Whether a thing belongs to one before it: "a field hospital with 80 beds"; a lorry's load is given."""
        if first - 2 < tokens.start or self._around.words[first - 1] != "with" or self._around.tokens[first - 2].upos != "NOUN":
            return False
        return self._around.words[first - 2] not in WORDS["carriers"]

    def _may_be_given(self, token: int) -> bool:
        word = self._around.tokens[token]
        # What stands behind its head with a preposition does not describe it: "trucks with tents".
        is_apart = word.relation == "compound" and word.head < token and self._around.child(token, "case") is not None
        # "With three radars and missiles", of which the parser made a part of the verb.
        is_apart = is_apart or (word.relation == "compound" and self._around.tokens[word.head].upos == "VERB")
        is_make = self._is_make(token) and self._around.tokens[first_of_run(self._around, token)].relation in (*_NAMED, "compound")
        is_named = word.upos == "NOUN" and (word.relation in _NAMED or is_apart) and not self._is_kept_going(token)
        is_named = is_named and not self._is_giver(token) and not self._is_worked_on(token)
        is_thing = is_make or (is_named and (self._around.words[token] in WORDS["materiel"] or self.is_counted(token)))
        return is_thing and not self._measures_another(token)

    def _is_worked_on(self, token: int) -> bool:
        """ "For the clearing of mines", "Ossel's hospitals received tents": what is cleared or mended, and who gets."""
        word, above = self._around.tokens[token], self._around.words[self._around.tokens[token].head]
        is_of = word.relation == "nmod" and self._around.words[token - 1] != "from"
        return (is_of and above in _WORKS) or (word.relation == "nsubj" and above in GETTERS)

    def _is_giver(self, token: int) -> bool:
        """Whether a noun is of what brings something else: "aircraft dropped 38,000 meals"."""
        word = self._around.tokens[token]
        verb = self._around.words[word.head]
        return word.relation == "nsubj" and (verb in GIVE or verb.startswith("drop")) and self._around.child(word.head, "obj") is not None

    def _measures_another(self, token: int) -> bool:
        """Whether a noun only measures what is given: "rounds of tank ammunition"."""
        around = self._around
        if around.words[token] not in _MEASURES or around.words[token + 1 : token + 2] != ("of",):
            return False
        return around.tokens[token + 1].head > token + 1 and self._may_be_given(around.tokens[token + 1].head)

    def _is_kept_going(self, token: int) -> bool:
        """Whether a thing is what something is given for: "a loan to keep schools and hospitals running"."""
        around = self._around
        verb = next((i for i in around.ancestors(token) if around.tokens[i].upos == "VERB"), None)
        if verb is None or around.words[verb] in GIVE or around.words[verb] in STAGE_OF:
            return False
        if around.tokens[verb].relation not in ("acl", "advcl") and around.words[verb] not in WORDS["mending"]:
            return False
        return any(around.words[k] == "to" and k < verb and around.tokens[k].relation == "mark" for k in around.children(verb))

    def _phrase(self, noun: int, tokens: range) -> tuple[int, int]:
        """A noun with the words before it that belong to it; "rounds of ammunition" with what they are of."""
        around, first, past = self._around, self._first_of(noun, tokens.start), noun + 1
        first = min(first, first_of_run(around, noun)) if self._is_make(noun) else first
        first = self._past_recipient(first, noun)
        if past + 1 < tokens.stop and around.words[past] == "of" and around.words[past + 1] in WORDS["materiel"]:
            past += 2
            while (
                past < tokens.stop and around.tokens[past - 1].relation in ("compound", "amod") and around.tokens[past].upos in _DESCRIBING
            ):
                past += 1
        return first, past

    def _past_recipient(self, first: int, noun: int) -> int:
        """Where a thing's name begins behind whom it is given to: "sent Marovia radars", "handed to the army of Belvia 40 lorries"."""
        around = self._around
        is_name = around.tokens[first].upos == "PROPN" and around.words[first + 1 : first + 2] != ("-",) and first < noun
        is_apart = around.tokens[first].relation in ("iobj", "obj", "obl")  # A make is a part of the name: "promised Mirage 2000 jets".
        is_given_to = around.words[first - 1] in GIVE or (around.words[first - 1] in STAGE_OF and is_apart)
        return first + 1 if is_name and (is_given_to or self._is_before_number(first)) else first

    def _is_before_number(self, name: int) -> bool:
        """Whether a name right before a number is whom things are given to: "the army of Belvia 40 lorries"."""
        around = self._around
        return around.words[name - 1] in ("of", "to") and around.tokens[name + 1].upos == "NUM" and not self._is_make(name)

    def _first_of(self, noun: int, start: int) -> int:
        """Where the words before a noun begin that describe and count it; what is written as one ("F-16", "Sund-made") is one word."""
        around, first = self._around, noun
        while first > start:
            begin = first - 1
            while begin > start and self._is_written_on(begin):
                begin -= 1
            run = range(begin, first)
            described = (i for i in run if len(run) > 1 or around.tokens[i].upos in _DESCRIBING or around.tokens[i].relation == "amod")
            if not any(around.tokens[i].head in range(first, noun + 1) for i in described):
                break
            first = begin
        # "14 Leopard 2 tanks": a number behind a name is of the name where another number counts.
        is_model = first - 2 > start and around.tokens[first - 1].upos == "NUM" and around.tokens[first - 2].upos == "PROPN"
        if is_model and (counted := self._counting(first - 2, start)) is not None:
            return counted
        if is_model and around.tokens[first - 1].head == first - 2 and around.tokens[first - 2].relation == "compound":
            return first - 2
        is_counted = first > start and around.tokens[first - 1].upos == "NUM" and around.tokens[first - 1].relation == "nummod"
        return first - 1 if is_counted and not self._is_written_on(first) else first

    def _counting(self, name: int, start: int) -> int | None:
        """The number before a name, with what describes it between: "four combat-ready Leopard"."""
        around, at = self._around, name - 1
        while at > start and (around.tokens[at].upos in _DESCRIBING or self._is_written_on(at) or self._is_written_on(at + 1)):
            if around.tokens[at].upos == "NUM" and not self._is_written_on(at):
                break
            at -= 1
        return at if around.tokens[at].upos == "NUM" else None

    def _is_written_on(self, token: int) -> bool:
        """Whether a word goes on with the one before: "16" and "-" in "F-16"."""
        before, word = self._around.tokens[token - 1], self._around.tokens[token]
        parts = (self._around.words[token - 1], self._around.words[token])
        return before.span.end == word.span.start and all(part == "-" or part.isalnum() for part in parts)

    def of(self, verb: int) -> list[int]:
        """The nouns of the things that a verb gives; none where it gives money alone, or people."""
        nouns = dict.fromkeys(noun for root in self._roots(verb) for noun in self._joined(root) if self._is_thing(noun))
        return [noun for noun in nouns if not self._carries(noun)]

    def _carries(self, noun: int) -> bool:
        """ "Lorries with tents": what comes in them is given."""
        behind = self._around.words[noun + 1 : noun + 2]
        is_definite = "the" in {self._around.words[k] for k in self._around.children(noun)}  # "The trucks crossed the border".
        is_laden = bool(_CARRIED & set(behind)) or (is_definite and self._around.tokens[noun].relation == "nsubj")
        return self._around.words[noun] in WORDS["carriers"] and is_laden

    def _roots(self, verb: int) -> Iterator[int]:
        around, words = self._around, self._around.words
        if self._is_described_by(verb):
            yield around.tokens[verb].head
        for i in around.children(verb):
            relation = around.tokens[i].relation
            cases = {words[k] for k in around.children(i) if around.tokens[k].relation == "case"}
            is_object = relation in ("obj", "nsubj:pass") or (relation == "compound" and make_at(around, i) is not None)
            is_object = is_object or (relation == "iobj" and around.child(verb, "obj") is None)
            if (
                is_object
                or (relation == "obl" and "with" in cases and self._gives_with(verb))
                or (relation == "nsubj" and words[verb] in _COMING | WORDS["coming"])
            ):
                yield i if (make := make_at(around, i)) is None else make
                right_behind = (i + 1,) if words[i] in WORDS["carriers"] and i + 1 < len(words) else ()
                for acl in dict.fromkeys((*around.children(i), *right_behind)):
                    if words[acl] in BRINGING:
                        yield from (k for k in around.children(acl) if around.tokens[k].relation == "obj")
            elif relation in ("advcl", "xcomp") and words[i] in BRINGING | {"have"}:
                yield from (k for k in around.children(i) if around.tokens[k].relation == "obj")
            elif relation in ("obl", "nmod") and (self._is_given_by_phrase(verb, cases) or self._is_act_of(verb, i, cases)):
                yield i
            elif relation in ("nmod", "obl") and i > verb and self._is_share(i):
                yield i  # "Is handing over one of its minehunters": the parser hung what it is one of on the verb.

    def _is_described_by(self, verb: int) -> bool:
        """Whether a verb tells of the noun that it hangs on: "seed that Sund had pledged", "tents promised by Sund"."""
        around, given = self._around, self._around.child(verb, "obj", "nsubj:pass")
        relation = around.tokens[verb].relation
        is_relative = relation == "acl:relcl" and given is not None and around.words[given] in ("that", "which")
        return is_relative or (relation == "acl" and given is None and around.words[verb].endswith(("ed", "en", "nt")))

    def _is_given_by_phrase(self, verb: int, cases: set[str]) -> bool:
        """ "Part with two boats", "took delivery of two boats"."""
        around, word = self._around, self._around.words[verb]
        is_got = "of" in cases and any((word, around.words[k]) in GETTING_PHRASES for k in around.children(verb))
        return is_got or ("with" in cases and (word, "with") in GIVING_PHRASES)

    def _is_act_of(self, verb: int, noun: int, cases: set[str]) -> bool:
        """ "Cleared the way for the transfer of two gunships", "agreed to the delivery of a radar", "is paying for a radar"."""
        words = self._around.words
        is_paid = "for" in cases and words[verb] in ("pay", "pays", "paid", "paying")
        return is_paid or (words[noun] in WORDS["acts"] and words[noun] in _MEASURES and bool(cases & {"for", "to", "on"}))

    def _gives_with(self, verb: int) -> bool:
        """ "Provide Kastria with rifles", and what lorries with tents bring; a hospital with beds is one."""
        thing = self._around.child(verb, "obj", "nsubj", "nsubj:pass")
        is_carrier = thing is not None and self._around.words[thing] in WORDS["carriers"]
        return is_carrier or self._around.words[verb].startswith(_WITH)

    def _joined(self, noun: int, above: frozenset[int] = frozenset()) -> Iterator[int]:
        """A noun, or what it is a measure of, and those joined to it. above: the nouns that led to it."""
        if noun in above:
            return
        around, above = self._around, above | {noun}
        parts = [k for k in around.children(noun) if around.tokens[k].relation == "nmod" and self._is_of(k)]
        if not parts and around.words[noun + 1 : noun + 2] == ("of",) and around.tokens[noun + 1].head > noun:
            parts = [around.tokens[noun + 1].head]  # What "90 pallets of glass" holds hangs on the verb as well.
        if parts and (around.words[noun] in _MEASURES | WORDS["carriers"] or around.tokens[noun].upos == "NUM"):
            for part in parts:
                yield from self._joined(part, above)
        else:
            yield noun
        for k in around.children(noun):
            if around.tokens[k].relation == "conj" and k > noun:
                yield from self._joined(k, above)

    def _is_of(self, noun: int) -> bool:
        words = {self._around.words[k] for k in self._around.children(noun)}
        is_number = self._around.tokens[self._around.tokens[noun].head].upos == "NUM"
        return bool(words & {"of", "for"}) and (is_number or not words & {"the", "its", "their"})

    def is_counted(self, noun: int) -> bool:
        """Whether a noun is of things that are counted or weighed, and not of people, money, places or time."""
        return self._is_thing(noun) and (self._around.child(noun, "nummod") is not None or self._is_weighed(noun) or self._is_share(noun))

    def _is_share(self, noun: int) -> bool:
        """Whether so many of some things are given: "eight of the army's howitzers"."""
        around = self._around
        of = next((k for k in around.children(noun) if k < noun and around.words[k] == "of"), None)
        return of is not None and of > 0 and around.tokens[of - 1].upos == "NUM" and around.words[of - 1] not in _OF_MONEY

    def _is_weighed(self, noun: int) -> bool:
        head = self._around.tokens[noun].head
        first = noun
        while first > 0 and self._around.tokens[first - 1].head == noun and self._around.tokens[first - 1].upos in _DESCRIBING:
            first -= 1
        if (
            first > 1
            and self._around.words[first - 1] == "of"
            and self._around.words[first - 2] in _MEASURES - {"first", "more", "purchase"}
        ):
            return True
        above = (i for i in (head, self._around.tokens[head].head) if self._around.tokens[i].upos != "VERB")
        return any(self._around.words[i] in _MEASURES - {"first", "more", "purchase"} for i in above)

    def _is_thing(self, noun: int) -> bool:
        """Whether a noun is of a thing given: one known to be, one that is counted or weighed."""
        around, word = self._around, self._around.words[noun]
        if self._is_one_thing(noun) or self._is_make(noun):
            return True
        if around.tokens[noun].upos != "NOUN" or word in WORDS["people"] | WORDS["aid"] | WORDS["currency"] | WORDS["carriers"] | _MEASURES:
            return word in WORDS["materiel"] and around.tokens[noun].upos == "NOUN" and word not in WORDS["aid"]
        if word in WORDS["places"] | WORDS["abstract"]:
            return False
        first = around.tokens[noun].head if around.tokens[noun].relation == "conj" else noun
        if around.words[around.tokens[first].head] in WORDS["mending"] and around.tokens[first].relation == "obj":
            return False  # "To repair roads and bridges".
        return word in WORDS["materiel"] or self._is_weighed(noun) or around.child(noun, "nummod") is not None or self._is_share(noun)

    def _is_make(self, noun: int) -> bool:
        """Whether a word is the last of a make that stands for the things: "F-16s", "seventy Humvees", "its S-300s"."""
        return is_make(self._around, noun)

    def _is_one_thing(self, noun: int) -> bool:
        """Whether a noun is of one thing that a verb gives: "a field bakery", "its old fire engine"; no word, help or sum."""
        around, token = self._around, self._around.tokens[noun]
        if (
            token.upos != "NOUN"
            or token.relation not in _GIVEN
            or around.words[noun] in _NO_THING
            or around.words[noun].endswith(_ABSTRACT)
        ):
            return False
        if around.words[noun + 1 : noun + 2] == ("of",):
            return False
        verb = around.words[token.head]
        gives = verb in GIVE or verb in STAGE_OF or verb in WORDS["give_to"] or token.relation == "conj"
        return gives and bool({around.words[k] for k in around.children(noun)} & _ARTICLES)
