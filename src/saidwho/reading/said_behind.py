"""Which verbs behind a comma tell that what stands before it is said, though they are seldom used so?

"The garrison is finished, a beaming colonel crowed last night": corpora teach "said" and the like, and reporters have a hundred others.
A clause, a comma, somebody and a verb of how one speaks, without an object, are enough. So are somebody and "said" between commas, where
what is said around them tells that another said something: "In Lom, the mayor said, gunmen had told families to leave".
"""

import re
from dataclasses import replace

from saidwho.reading.silences import is_quoted
from saidwho.reading.subjects import Subjects
from saidwho.reading.taken import is_taken
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Token

# Verbs of manner of speaking (Levin 1993, 37.3), of sending word and of tone.
_MANNER = word_set(
    "barked bawled beamed bellowed blustered boomed bragged cackled carped chortled chuckled clucked croaked crowed cried drawled enthused "
    "exclaimed exulted fumed gasped gloated griped groaned groused growled grumbled grunted hissed hollered howled huffed intoned jeered "
    "joked lamented mumbled murmured mused muttered opined protested purred quavered quipped railed ranted rasped roared scoffed "
    "screamed shouted shrieked shrugged smirked snapped snarled sneered sniffed sniped snorted spluttered stammered "
    "stuttered thundered trumpeted warbled weighed whined whispered yelled yelped "
    "cabled emailed e-mailed faxed posted radioed telegraphed telephoned texted tweeted typed wired "
    "allowed charged decreed pronounced protested ventured"
)
_VERB = re.compile(rf"\b(?:{'|'.join(sorted(_MANNER))})\b")
# What is heard so and says nothing.
_NOT_SOMEBODY = word_set(
    "gun guns cannon cannons artillery battery batteries mortar mortars howitzer howitzers jet jets plane planes shell shells "
    "rocket rockets siren sirens engine engines horn horns bell bells dog dogs wind crowd crowds mob market stock stocks shot shots voice "
    "which who that"
)
_WHO = re.compile(r"(?:(?:the|a|an|one|another|his|her|its|their|he|she|they|it)\b|[A-Z])[^,;:\n]{0,80}$")
_SENTENCE_START = re.compile(r"(?:^|[.!?][”\"]?\s+|\n)(?=[A-Z“\"])")
# A clause has so many words, and no more characters.
_FEWEST, _LONGEST = 4, 320
# What may follow the verb: no object does.
_BEHIND = re.compile(
    r"\s*(?:[.\n!?]|$|,|(?:as|while|when|in|on|from|to (?:reporters|journalists|viewers|supporters)|by|after|before|during)\b|"
    r"(?:last|yesterday|today|later|this|again|then|\w+ly)\b)"
)
_ASIDE = re.compile(
    r"(?P<opening>[A-Z][^,;:.\n“”\"]{1,80}), (?P<who>(?:(?:the|a|an|one|his|her|its|their) |[A-Z])[^,;:.\n“”\"]{1,80}?|he|she|they|it) "
    r"(?P<cue>said|says)(?: (?:on \w+day|yesterday|today|in a [a-z]+))?, (?P<rest>[^\n“”\"]{20,400}?)(?=[.!?](?:\s|$))"
)
# Characters before a sentence among which the stop of the one before stands.
_STOP = 3
# As sure as the wording is.
_SCORE = 0.7


# "His three regiments, | the spokesman, Pell Ardan, said, | had left": of whom he speaks stands before him, and not in his name.
_SUBJECT = re.compile(r"(?P<subject>[^,;:\n“”\"]{2,80}), (?=(?:the|an?|its|his|her|their|[A-Z][\w-]*(?:['’]s|s['’]))\b)")
# The same where the reader left it out of both.
_SUBJECT_BEFORE = re.compile(r"(?P<subject>[A-Z][^,;:.\n“”\"]{1,80}), $")
_LONGEST_SUBJECT = 84
_PREDICATE = re.compile(r"[“\"]?(?:had|has|have|was|were|would|will|is|are|could|did|does)\b")
_OPENS = re.compile(r"(?:^|[.!?;\n][”\"]?\s*)$")


def with_subjects_said(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Give what is said its subject, where the reader took that for part of who says it, or left it out."""
    return tuple(_with_subject(text, one) for one in attributions)


def _with_subject(text: str, one: Attribution) -> Attribution:
    if len(one.source) != 1 or not one.cue or one.relay or one.source[0].end > one.cue[0].start:
        return one
    source, said = one.source[0], one.content[0]
    if said.start < one.cue[-1].end or "," not in text[one.cue[-1].end : said.start] or not _PREDICATE.match(text, said.start):
        return one
    if inside := _SUBJECT.match(text, source.start, source.end):
        subject, source = Span(start=source.start, end=inside.end("subject")), Span(start=inside.end(), end=source.end)
    elif before := _SUBJECT_BEFORE.search(text, max(source.start - _LONGEST_SUBJECT, 0), source.start):
        subject = Span(start=before.start(), end=before.end("subject"))
    else:
        return one
    if not _OPENS.search(text, max(subject.start - _STOP, 0), subject.start):
        return one
    return replace(one, source=(source,), content=(subject, *one.content))


def with_said_behind(text: str, attributions: tuple[Attribution, ...], tokens: tuple[Token, ...]) -> tuple[Attribution, ...]:
    """Add one attribution for each clause that such a verb says, where no attribution holds any of it. Needs the syntax of the text."""
    verbs = list(_VERB.finditer(text))
    subjects = Subjects(text, tokens) if verbs else None
    found = [one for verb in verbs if subjects and (one := _said_behind(text, verb, subjects, tokens)) is not None]
    asides = [_aside(match) for match in _ASIDE.finditer(text) if _opens_sentence(text, match.start())]
    if not found and not asides:
        return attributions
    taken = sorted(span for one in attributions for span in (*one.source, *one.cue, *one.content))
    by_whom = {(aside.source, aside.cue): aside for aside in asides}
    attributions = tuple(_with_opening(one, by_whom.get((one.source, one.cue))) for one in attributions)
    added = [one for one in found if not is_taken(taken, one.content[0].start, one.cue[0].end)]
    added += [one for one in asides if not is_taken(taken, one.content[0].start, one.content[1].start)]
    return tuple(sorted((*attributions, *added), key=lambda one: (one.cue or one.content)[0]))


def _with_opening(one: Attribution, aside: Attribution | None) -> Attribution:
    """What is said with its opening words, where the reader found all but these. aside: what the same verb says by its form."""
    if aside is None or len(one.content) != 1 or one.content[0].start != aside.content[1].start:
        return one
    return replace(one, content=(aside.content[0], *one.content))


def _said_behind(text: str, verb: re.Match[str], subjects: Subjects, tokens: tuple[Token, ...]) -> Attribution | None:
    if is_quoted(text, verb.start()) or not _BEHIND.match(text, verb.end()):
        return None
    comma = text.rfind(", ", max(verb.start() - _LONGEST, 0), verb.start())
    starts = [m.end() for m in _SENTENCE_START.finditer(text, max(verb.start() - _LONGEST, 0), verb.start())]
    who = Span(start=comma + 2, end=max(comma + 2, verb.start() - 1))
    if comma < 0 or not starts or starts[-1] >= comma or not _WHO.fullmatch(who.of(text)) or " and " in who.of(text):
        return None
    said = Span(start=starts[-1], end=comma)
    words = subjects.trees.touched(said)
    if len(words) < _FEWEST or not any(tokens[i].upos in ("VERB", "AUX") for i in words) or subjects.noun(who) in _NOT_SOMEBODY:
        return None
    return Attribution(source=(who,), cue=(Span(start=verb.start(), end=verb.end()),), content=(said,), score=_SCORE)


def _aside(match: re.Match[str]) -> Attribution:
    opening, who, cue, rest = (Span(start=match.start(name), end=match.end(name)) for name in ("opening", "who", "cue", "rest"))
    return Attribution(source=(who,), cue=(cue,), content=(opening, rest), score=_SCORE)


def _opens_sentence(text: str, at: int) -> bool:
    before = text[max(at - _STOP, 0) : at].rstrip(" ")
    return not before or before[-1] in ".!?\n"
