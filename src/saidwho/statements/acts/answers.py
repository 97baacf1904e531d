"""Does somebody answer what others say of him: deny, confirm, admit, doubt, or decline to answer?"""

import re

from saidwho.statements.acts.clauses import Clause
from saidwho.statements.acts.demands import forbids
from saidwho.statements.surroundings import Surroundings
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

FALSE = word_set(
    "false fake untrue baseless unfounded groundless fabricated fabrication fabrications lie lies fiction nonsense hoax disinformation"
    " misinformation propaganda invention inventions fairy-tale untruth slander slanders slanderous libel myth tale fable"
    " legend concoction fictitious unsubstantiated falsified distorted distortion incorrect inaccurate invented made-up"
    " speculation speculations speculative gossip hearsay exaggeration exaggerations conjecture"
    " rubbish fantasy fantasies smear forged forgery doctored faked mirage mirages illusion illusions delusion chimera figment"
)
# These call false only what somebody told or shows; a launch is a provocation too.
_STAGED = word_set("provocation provocations staged staging charade farce insult")
TOLD = word_set(
    "number numbers toll count losses account accounts report reports claim claims allegation allegations accusation "
    "accusations rumour rumours rumor rumors video footage figure figures recording film picture pictures photograph photographs letter"
    " films images tale tales talk"
    " story stories suggestion suggestions assertion assertions charge charges statement statements it this that these they"
)
_COUNTED = frozenset(("number", "numbers", "toll", "count", "losses", "figure", "figures", "estimate", "estimates"))
_MISCOUNTED = frozenset(("wrong", "inflated", "exaggerated", "overstated", "mistaken", "plucked", "incorrect", "invented", "absurd"))
_NOT_OURS = re.compile(
    r"\b(?:no intention\b|no such\b|(?:is|was|are|were) not (?:ours|theirs|his doing|us|our doing)\b|(?:no|none|not(?! of\b)|"
    r"never)\b[^,.;]{0,30}\b(?:our|its|his|their) (?:own )?(?:\w+ )?(?:forces?|troops|"
    r"soldiers|army|military|fighters|men|units?|jets?|planes?|aircraft|positions|"
    r"guns|artillery|missiles?|drones?|police)\b)|\bthat was no\b|\bi never\b|\bit was not (?:us|our)\b",
    re.IGNORECASE,
)
# "Its gunners had not fired", "no house was burned", "took no part in the raid": a deed that is not done, of which somebody told.
_NOT_DONE = re.compile(
    r"\W*(?:that )?(?:(?:it|they|he|she|we|i|(?:its|our|his|her|their) (?:\w+ ){1,3}|the (?:army|military|government|air force|"
    r"force|police)) ?(?:(?:had|has|have|did)(?: not|n't| never) (?:\w+ly )?(?:fired?|returned? fire|opened? fire|"
    r"shell(?:ed)?|str(?:uck|ike)|bomb(?:ed)?|attack(?:ed)?|hit|target(?:ed)?|kill(?:ed)?|sho(?:t|ot)|executed?|harm(?:ed)?|loot(?:ed)?|tortured?|drop(?:ped)?|burn(?:ed|t)?|"
    r"mined?|detain(?:ed)?|arrest(?:ed)?|beat(?:en)?|evict(?:ed)?)"
    r"|(?:was|were)(?: not|n't) (?:targeting|attacking|shelling|bombing|firing|aiming at|using)"
    r"|(?:(?:had|has|have) )?(?:taken|took|played|had) no (?:part|role|hand) in (?:the|this|that|these|those|any|it)\b)"
    r"|(?:no|not an?|not one|not a single|none of) (?:\w+ ){1,6}?(?:was|were|had been|has been|have been) (?:ever )?(?:bombed|"
    r"shelled|struck|hit|targeted|attacked|executed|evicted|tortured|looted|burned|burnt|expelled|deported|forced|beaten|mistreated|dropped)"
    r"|(?:nobody|no one|no-one) (?:was|were|had been|has been|have been) (?:ever )?(?:executed|evicted|tortured|expelled|deported|forced|"
    r"beaten|mistreated|shot))\b",
    re.IGNORECASE,
)
# What befell somebody's own people is none of his doing.
_SUFFERED = re.compile(
    r"[^,.;]{0,20}?\b(?:killed|wounded|injured|hurt|harmed|died|dead|lost|damaged|hit|captured|missing)\b", re.IGNORECASE
)
_ACCUSED = word_set(
    "claim claims allegation allegations accusation accusations charge charges assertion assertions insinuation insinuations"
)
# What others tell; whatever it is called, that denies it: "called the talk of attack a lullaby".
_TOLD_BY_OTHERS = _ACCUSED | word_set(
    "report reports suggestion suggestions account accounts version versions rumour rumours rumor rumors talk tale tales"
)
_ABSURD = word_set(
    "absurd ridiculous laughable preposterous ludicrous nonsensical outrageous malicious unfair wrong misleading"
    " stupid silly childish grotesque shameless shameful monstrous pathetic comical cynical idiotic foolish farcical far-fetched"
)
# What is thought or talked of, which a verdict denies.
_THOUGHT = word_set("idea ideas notion notions talk tale tales gossip")
_WORD = re.compile(r"[^\W\d_]+")
# Cues of those who stand by something against others.
_STANDING_BY = frozenset(("insist", "maintain", "submit"))
_ALLEGED = re.compile(
    r"\b(?:accus|alleg|blam|denie|dismiss|reject|refut|disput|rumou?r|implicat|charg(?:e|es|ed)\b|claim(?:s|ed|ing)?\b|"
    r"report(?:s|edly)\b|suggestions?\b|asked (?:about|whether|if)\b)",
    re.IGNORECASE,
)
# Somebody has said something before, or something shows it, that may be answered.
_SAID_BEFORE = re.compile(
    r"\b(?:said|says?|saying|report(?:s|ed|ing)\b|told|tells?|accord(?:s|ing)|wr(?:ites?|ote)|claim|insist|maintain|announc|declar|"
    r"stat(?:es?|ed)\b|add(?:s|ed)\b|confirm|admit|warn|call(?:s|ed)\b|put(?:s|ting)? the|believ|estimat|fear|vow|pledg|den(?:y|ial)|"
    r"quoted|cit(?:e[sd]?|ing)\b|show(?:s|ed|ing|n)?\b|appear)|[“”\"]",
    re.IGNORECASE,
)
# What another answers to what is said: ", which Kastria denied", "but the army rejected that".
_ANSWERED_BY_OTHERS = re.compile(
    r"\b(?:which|but|while|although|though|and)\b[^,.;]{1,60}\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es?|ed)|"
    r"refut(?:es?|ed))\b[^.;]*",
    re.IGNORECASE,
)
# An allegation is answered nearby: in this paragraph or the one before, and no more than so many characters back.
_BACK = 500
_TOLD_BEFORE = 1500
_OF_EVIDENCE = frozenset(
    ("evidence", "proof", "sign", "signs", "doubt", "reason", "need", "plans", "indication", "question", "time", "place")
)
_SHARED = 5  # letters that two forms of one word begin with
_NO_DOING = word_set("know have has had need see expect want understand think believe recall remember afford wait forget")
_NO_ANSWER = re.compile(
    r"\bthere (?:was|were|has been|have been) (?:so far )?no (?:\w+ ){0,2}(?:comment|response|reply|reaction|answer|statement)s?\b|"
    r"\bnot (?:yet )?(?:ready|prepared) to (?:say|comment|confirm|discuss|disclose|name)\b|"
    r"\bno (?:immediate |further )?comment\b|\bnothing (?:more |further |else )?to (?:add|say)\b|\b(?:can(?:not| not|'t)|"
    r"will not|won't|would not|wouldn't|could not|couldn't|did not|(?:not|"
    r"un) ?(?:able|in a position|going) to|"
    r"unable to|decline to|refuse to)\s+(?:to\s+)?(?:immediately\s+|yet\s+|at this stage\s+)?"
    r"(?:comment|confirm|discuss|disclose|elaborate|speculate|go into|get into|give (?:any )?(?:details|figures)|be drawn)\b",
    re.IGNORECASE,
)
_ADMITTED = re.compile(
    r"\bmistakes (?:were|have been|had been) made\b|"
    r"\b(?:we|i|it|he|she|they|our \w+|its (?:\w+ )?\w+)\s+(?:had |have |has )?(?:made (?:an? )?(?:\w+ )?(?:mistakes?|"
    r"errors?)|erred|failed|miscalculated|"
    r"(?:was|were|am|are|had been) (?:wrong|mistaken|at fault|to blame|sorry))\b"
    r"|\b(?:was|is|were) (?:our|its|my|his|their) (?:own )?(?:fault|mistake|error|missile|failure)\b",
    re.IGNORECASE,
)
_CLAIMED = re.compile(
    r"\b(?:operation|attack|raid|strike|bomb|bombing|ambush|blast|missile|rockets?)\b[^.;]{0,60}\b(?:was|were|is) (?:ours|"
    r"theirs|our work|its work)\b|"
    r"\b(?:we|they|it|he|i) did it\b|\b(?:was|is|were) (?:its|our|their) (?:own )?(?:work|doing|operation)\b|"
    r"\b(?:we|it|they|he|its \w+|our \w+|the group) (?:was|were|are|is|had been|stood|stand) (?:behind|responsible for)\b",
    re.IGNORECASE,
)
# "We are not in a position to dispute it": whoever does not call it false owns to it.
_UNDISPUTED = re.compile(
    r"\b(?:not|n't|cannot|unable|no longer|no reason)\b(?: \w+){0,5}? (?:dispute|deny|contest|rule (?:it |that |this )?out|quarrel with)\b",
    re.IGNORECASE,
)
_DOUBTED = re.compile(
    r"\bnot (?:satisfied|convinced|persuaded)\b|\bfar from (?:clear|certain)\b|\bwith (?:great |some )?caution\b|"
    r"\bpinch of salt\b|\b(?:hard|difficult) to believe\b|"
    r"\bnot credible\b|\bremains? to be seen\b|\bopen question\b|\bno guarantee\b|\bdoes(?: not|n't) add up\b|"
    r"\bno (?:\w+ )?(?:evidence|proof|sign|indication)s?\b|\b(?:un|"
    r"not )clear (?:whether|if|who|how)\b|"
    r"\b(?:highly )?(?:doubtful|questionable|implausible|dubious)\b|"
    r"\b(?:have|has|had) (?:\w+ )?doubts\b|\b(?:do|does|did)(?: not|n't) (?:\w+ )?(?:believe|trust)\b|\bsceptical\b|\bskeptical\b",
    re.IGNORECASE,
)
# "We had no units there", "they knew nothing of it".
_OF_DOERS = word_set(
    "nothing units troops forces men soldiers fighters aircraft ships part role hand involvement presence positions weapons"
)
_UNTRUE = re.compile(
    r"^\W*not (?:a single|one) [^.;]{0,80}\b(?:our|my|by us|from us)\b|\bnothing of the (?:sort|kind)\b|\bno such (?:thing|"
    r"attack|order|incident|event|meeting|plan)\b|\b(?:it|this|that) (?:never|did not|didn't) (?:happen|occur|take place)|"
    r"\bdoes not (?:correspond to|reflect) (?:the )?(?:reality|truth|facts)|\bfar from the truth\b|"
    r"\bcontrary to (?:the )?(?:claims|reports|what)\b|"
    r"\bbears? no (?:relation|resemblance)\b|\bno (?:basis|foundation) in (?:fact|reality|truth)|\b(?:is|was|are|"
    r"were) (?:simply |just |plainly )?(?:not true|not the case|untrue)\b|"
    r"\b(?:claim|charge|allegation|accusation|report|rumou?r|tale|story|stories|assertion|suggestion|invention)s?\b[^.;]{0,80}\b"
    r"(?:(?:is|are|was|were) (?:\w+ )?(?:without|devoid of|lacking)|ha(?:s|ve|d) no) "
    r"(?:any |all )?(?:substance|foundation|basis|merit|truth)\b|"
    r"^\W*(?:[\w’'-]+ ){0,3}(?:claims?|reports?|allegations?|accusations?|rumou?rs?|suggestions?|assertions?|stories|charges)\b"
    r"[^.;]{1,120}\b"
    rf"(?:is|are|was|were) (?:\w+ )?(?:{'|'.join(sorted(FALSE))})\b|"
    r"\bno truth (?:in|to)\b|\bnothing to do with reality\b|\bplucked from the air\b|\bexists? only on paper\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:denie[sd]|deny|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es|ed)|disput(?:es|ed)|"
    r"(?:brush|wav)(?:es|ed) (?:off|aside|away)|rubbish(?:es|ed))\b",
    re.IGNORECASE,
)
_REJECTING = re.compile(
    r"\b(?:rejecting|denying|dismissing|refuting|rebutting|disputing|in denial of)\b(?! to\b)|\bin (?:response|reply|"
    r"answer) to the (?:allegation|accusation|claim)s?,? (?:denied|denying)",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(r"\W*(?:not|no|never|nothing|none)\b", re.IGNORECASE)
# Whoever is not satisfied of something does not say that it is not so.
# "No one had yet claimed responsibility" denies nothing that anybody alleges.
_UNCLAIMED = re.compile(
    r"(?:that )?(?:so far,? )?(?:no[- ]one|nobody|none|no (?:\w+ ){0,2}(?:groups?|organi[sz]ations?|side|party|faction))\b[^.]{0,20}\b"
    r"(?:claimed|taken|accepted|assumed|admitted)\b",
    re.IGNORECASE,
)
# That nothing came of something, that it is no danger, or that nobody was let in to see denies nothing: "there was no damage", "it posed
# no threat to the coast", "it had not been given access to the site".
_NO_HARM = re.compile(
    r"[^.;:]{0,80}?\b(?:no|not|never)\b(?: (?!but\b)[\w’'-]+){0,4}? (?:(?:threat|danger|risk) (?:to|for)|danger$|in (?:any |no )?danger)\b"
    r"|[^.;:]{0,60}?n['’]t pose[d]? (?:a|any) (?:\w+ )?(?:threat|danger|risk)\b"
    r"|[^.;:]{0,40}?(?:\bnot|n['’]t) (?:\w+ ){0,2}(?:given|granted|allowed|received|gained) (?:\w+ ){0,2}"
    r"(?:access|permission|information)\b"
    r"|[^.;:]{0,60}?\bno (?:\w+ )?(?:(?:reports? of (?:any )?)?(?:damage|injuries|debris)\b|reports of (?:any )?(?:casualties|deaths))",
    re.IGNORECASE,
)
_SATISFIED = frozenset(("satisfied", "convinced", "persuaded", "sure", "certain", "aware", "confident"))
_SAYS_NO = re.compile(r"\W*(?:no|not one)\b(?=[.,;!])", re.IGNORECASE)
# "Repeated the denial".
_DENIALS = re.compile(r"\W*(?:(?:the|a|its|his|her|their|that|this|earlier|previous) ){1,2}denials?\W*$", re.IGNORECASE)
# "We do not target civilians", with nobody before who said so.
_HABIT = re.compile(
    r"\W*(?:that )?(?:[\w’'-]+ ){1,4}?(?:(?:do|does)(?: not|n['’]t)|never) (?:\w+ly )?"
    r"(?:targets?|attacks?|strikes?|shells?|bombs?|kills?|fires?|shoots?|harms?|uses?|hits?|tortures?|mistreats?)\b",
    re.IGNORECASE,
)
# "They have not": no more than no to what was just said.
_SHORT_NO = re.compile(
    r"\W*(?:that )?(?:it|they|he|she|we|i|there) (?:has|have|had|did|does|do|was|were|is|are)(?:n['’]t| not)\W*$", re.IGNORECASE
)
_SAYING_NO = frozenset(("no", "not", "n't", "never", "none", "nothing", "nobody", "neither", "nor", "without", "cannot", "hardly"))
_EARLY = 8  # words into a clause in which it says so
_WORDS_READ = 60  # of a content that are searched for one of these
_SOME = word_set("many most some several few half hundreds thousands dozens scores others part")
# "There is no siege", of what the report tells of.
_THERE_IS_NO = re.compile(
    r"\W*(?:that )?there (?:is|are|was|were|has been|have been|had been) no (?:\w+ )?(?P<what>[^\W\d_]{4,})", re.IGNORECASE
)
# "We had no doctor", "there was no light".
_LACKING = re.compile(
    r"\W*(?:that )?(?:there (?:is|are|was|were|has been|have been|had been)|(?:we|they|he|she|i) (?:has|have|had)) no "
    r"(?:\w+ )?(?P<what>[^\W\d_]{4,})",
    re.IGNORECASE,
)
_FUTURE = frozenset(("will", "would", "'ll", "wo", "can", "could", "ca", "must", "should"))
_CONFIRMED = re.compile(
    r"\W*(?:yes\b|th(?:at|is|ese|ose)(?: \w+)? (?:is|are|was|were|has been|have been) confirmed\b|that is (?:true|correct|"
    r"right)|it (?:is|was) true that|we (?:can )?confirm)",
    re.IGNORECASE,
)
# Whoever calls something told so does not say that it is untrue.
_AGREED = word_set(
    "plausible honest accurate credible consistent likely unlikely possible probable serious grave alarming shocking worrying troubling"
    " disturbing awful terrible horrifying true correct right reliable convincing realistic valid fair important encouraging hopeful high"
    " low conservative modest minimum half"
)
# What is told for show. "This is a story", and no "story of courage".
_TALES = word_set("story stories song songs theatre theater stunt lullaby lullabies poetry novel novels romance")
_TAKING_UP = (("that",), ("this",), ("it",), ("these",), ("those",))
_VERDICT, _CALLED = 24, 6  # words into a content: of what something is called, and of what is called so
# How far into a content its answer stands.
_NEAR = 160


def is_called_false(clause: Clause, *, of: tuple[str, ...] = ()) -> bool:
    """Whether what somebody calls something denies it: "called it a fairy tale"; a verdict on a number or a tale denies that.

    of: the words that a relative pronoun takes up: "the figure, which he called laughable".
    """
    called, verdict = of or clause.words[:_CALLED], clause.words[:_VERDICT]
    if any(word in FALSE for word in verdict):
        return True
    told = any(word in _COUNTED or word in _TOLD_BY_OTHERS for word in called)
    return (told and _AGREED.isdisjoint(verdict)) or _is_a_tale(called, verdict)


def is_described_as_false(clause: Clause, *, of: tuple[str, ...] = ()) -> bool:
    """Whether what somebody describes is a charge or something told, and what he says of it is that it is not so; of a number, whatever
    he says but that it is right. of: as above.
    """
    called, verdict = of or clause.words[:_CALLED], clause.words[:_VERDICT]
    if not _COUNTED.isdisjoint(called) and _AGREED.isdisjoint(verdict):
        return True
    told = any(word in _ACCUSED or word in TOLD for word in called)
    return (told and any(word in FALSE or word in _ABSURD for word in verdict)) or _is_a_tale(called, verdict)


def _is_a_tale(called: tuple[str, ...], verdict: tuple[str, ...]) -> bool:
    """ "Called that a story with no ship in it"."""
    return called[:1] in _TAKING_UP and any(word in _TALES for word in verdict)


def is_without_answer(said: str) -> bool:
    return bool(_NO_ANSWER.search(said[:_NEAR].replace("’", "'")))


def is_admission(said: str) -> bool:
    return bool(_ADMITTED.search(said[:_NEAR]))


def is_undisputed(said: str) -> bool:
    return bool(_UNDISPUTED.search(said[:_NEAR].replace("’", "'")))


def is_claim_of_responsibility(said: str) -> bool:
    return bool(_CLAIMED.search(said[:_NEAR]))


def is_doubt(said: str) -> bool:
    return bool(_DOUBTED.search(said[:_NEAR].replace("’", "'")))


def is_confirmation(said: str) -> bool:
    return bool(_CONFIRMED.match(said[:_NEAR]))


def is_denial(
    around: Surroundings, attribution: Attribution, clause: Clause, *, verb: str, is_told: bool = False, answers: bool = False
) -> bool:
    """Whether the content calls what was told false, or denies what is alleged nearby. Any other negation is no denial.

    verb: that of the cue, plain; whoever insists that something is not so denies it. is_told: whether a report tells it itself: that
    something never was is then no answer to anybody, unless it is alleged. answers: whether the other side of a conflict spoke right
    before: what it said is alleged.
    """
    said = first_said(around, attribution.content)
    if said[:3].lower() == "if " or forbids(clause) or around.words[clause.top] in _SATISFIED or nobody_claims(said) or tells_no_harm(said):
        return False
    if _is_absurd_charge(clause, said) or _calls_false(around, clause) or _UNTRUE.search(said[:_NEAR]):
        return True
    if (
        _SHORT_NO.match(said)
        or _DENIALS.match(said)
        or _is_told_of(around, attribution, said)
        or _SAYS_NO.match(said)
        or ((_is_not_ours(around, attribution, said) or _is_not_done(around, attribution, said)) and not clause.auxiliaries & _FUTURE)
    ):
        return True
    if clause.auxiliaries & _FUTURE:
        return False
    answered = answers and clause.negated and _denies_words(around, clause, _told_before(around, attribution)[-_BACK:])
    if answered or ((clause.negated or _NOT_ONE.match(said)) and _goes_on_denying(around, attribution)):
        return True
    return clause.negated and _says_no(around, attribution, clause, verb, is_told=is_told)


def nobody_claims(said: str) -> bool:
    """Whether what is said is that nobody claimed something yet, which denies nothing."""
    return _UNCLAIMED.match(said) is not None


def tells_no_harm(said: str) -> bool:
    """Whether what is said is that something did no harm or is no danger, which answers nobody."""
    return _NO_HARM.match(said[:_NEAR]) is not None


def has_nothing_to_answer(around: Surroundings, attribution: Attribution, *, verb: str) -> bool:
    """Whether nothing is alleged before a statement or beside it; where its content says no, also nothing is said in what stands before.

    verb: that of the cue, plain; whoever insists answers somebody. What says no and stands first may answer what was said elsewhere,
    unless it tells of a habit.
    """
    if verb in _STANDING_BY:
        return False
    before = _told_before(around, attribution)
    if _ALLEGED.search(before) or _ALLEGED.search(_ANSWERED_BY_OTHERS.sub("", _beside(around, attribution))):
        return False
    said = around.touched_by(attribution.content)[:_WORDS_READ]
    if not any(around.words[i] in _SAYING_NO for i in said):
        return True
    return not _SAID_BEFORE.search(before) if before.strip() else never_does(first_said(around, attribution.content))


def never_does(said: str) -> bool:
    """ "We do not target civilians": what somebody never does, which promises nothing either."""
    return _HABIT.match(said) is not None


def is_beside_the_point(around: Surroundings, attribution: Attribution) -> bool:
    """Whether what is said not to be there is nothing that was told of before: "We had no doctor", says a resident behind what the rebels
    deny.
    """
    match = _LACKING.match(first_said(around, attribution.content))
    if match is None or match["what"].lower() in _OF_DOERS:
        return False
    return match["what"][:_SHARED].lower() not in _told_before(around, attribution).lower()


def _told_before(around: Surroundings, attribution: Attribution) -> str:
    start = min(span.start for span in (*attribution.source, *attribution.cue, *attribution.content))
    return around.text[max(start - _TOLD_BEFORE, 0) : start]


def _is_not_ours(around: Surroundings, attribution: Attribution, said: str) -> bool:
    """Whether it is said not to be the speaker's doing; "none of its men were hurt" answers nobody where nobody spoke before."""
    match = _NOT_OURS.search(said[:_NEAR])
    if match is None or not _SUFFERED.match(said, match.end()):
        return match is not None
    return _answers_somebody(around, attribution)


def _is_not_done(around: Surroundings, attribution: Attribution, said: str) -> bool:
    """Whether it is said that a deed was not done, and somebody spoke before."""
    is_not_done = _NOT_DONE.match(said[:_NEAR].replace("’", "'")) is not None
    return is_not_done and _answers_somebody(around, attribution)


def _answers_somebody(around: Surroundings, attribution: Attribution) -> bool:
    """Whether something stands before a statement, and something is alleged there or beside it."""
    return bool(_told_before(around, attribution).strip()) and not has_nothing_to_answer(around, attribution, verb="")


def _is_told_of(around: Surroundings, attribution: Attribution, said: str) -> bool:
    """Whether something is said not to be there that the report tells of before."""
    match = _THERE_IS_NO.match(said)
    if match is None or match["what"].lower() in _OF_EVIDENCE:
        return False
    return re.search(rf"\b{match['what']}", _told_before(around, attribution), re.IGNORECASE) is not None


def _says_no(around: Surroundings, attribution: Attribution, clause: Clause, verb: str, *, is_told: bool) -> bool:
    """Whether a clause that says no answers somebody."""
    return verb in _STANDING_BY or (not is_told and _is_never(around, clause)) or _answers_allegation(around, attribution, clause)


def _is_never(around: Surroundings, clause: Clause) -> bool:
    """ "The brigade never mined the crossing"; "many had never been tried" only tells of them."""
    near = {around.words[i] for i in around.children(clause.top)}
    if "never" not in near or "never" not in clause.words[:_EARLY] or (clause.own and clause.quoted):
        return False
    of_some = clause.subject is not None and around.words[clause.subject] in _SOME
    return not of_some and ("had" not in clause.auxiliaries or clause.own)


def rejects_beside(around: Surroundings, attribution: Attribution) -> bool:
    """Whether the sentence of a cue says that the speaker rejects something by it: "said the army, denying the claim"."""
    return bool(_REJECTING.search(_beside(around, attribution)))


def _goes_on_denying(around: Surroundings, attribution: Attribution) -> bool:
    """Whether the sentence before denies something and the same speaker goes on: "He rejected the reports. There"
    " was no ..., he said"."""
    source = [around.words[i] for i in around.touched_by(attribution.source[:1])[:1]]
    if source[:1] not in (["he"], ["she"], ["it"], ["they"]) or not attribution.cue:
        return False
    sentence = around.sentence(min(span.start for span in (*attribution.cue, *attribution.content)))
    before = around.sentence(max(sentence.start - 2, 0))
    same = before.end <= sentence.start and around.paragraph(before.start) == around.paragraph(sentence.start)
    return same and bool(_DENIED.search(around.text[before.start : min(before.end, before.start + _BACK)]))


def _answers_allegation(around: Surroundings, attribution: Attribution, clause: Clause) -> bool:
    """Whether a clause that says no is about what is alleged nearby, of the speaker or at all."""
    alleged = _alleged(around, attribution)
    return bool(alleged) and _denies_words(around, clause, alleged, of_own=True)


def _denies_words(around: Surroundings, clause: Clause, alleged: str, *, of_own: bool = False) -> bool:
    """Whether a clause that says no is about what is alleged: it shares a telling word with it, or is of the speaker's own doing.

    of_own: whether whatever the speaker says of himself is about it.
    """
    if clause.own and around.words[clause.top] in _NO_DOING and not _OF_DOERS.intersection(clause.words):
        return False
    return (of_own and (clause.own or _is_ours(around, clause))) or _shares_words(around, clause, alleged)


def _is_absurd_charge(clause: Clause, said: str) -> bool:
    """ "Absurd," of the accusation, without a verb."""
    words = set(_WORD.findall(said[:_NEAR].lower()))
    return not clause.verbal and not words.isdisjoint(_ABSURD) and not words.isdisjoint(_ACCUSED)


def _calls_false(around: Surroundings, clause: Clause) -> bool:
    if not clause.verbal:
        return any(word in FALSE for word in clause.words)
    word = around.words[clause.top]
    shown = clause.subject is not None and around.tokens[clause.subject].upos == "NOUN"
    false = (
        word in FALSE
        or (shown and word in _STAGED)
        or any(around.words[i] in FALSE for i in around.children(clause.top) if around.tokens[i].relation in ("amod", "compound"))
    )
    told = clause.subject is not None and around.words[clause.subject] in TOLD
    figure = clause.subject is not None and around.words[clause.subject] in _COUNTED and word in _MISCOUNTED
    accused = _calls_absurd(around, clause)
    never = (word in ("happened", "happen", "occurred", "existed") or "place" in clause.words) and clause.negated and told
    plain = (clause.copular or clause.passive) and not clause.negated
    return (plain and ((false and told) or accused or figure or "fairy" in clause.words)) or never


def _calls_absurd(around: Surroundings, clause: Clause) -> bool:
    """ "The notion is monstrous"; "This is a childish charge"."""
    if clause.subject is None:
        return False
    below = {i for i in around.children(clause.top) if around.tokens[i].relation in ("conj", "amod")}
    words = {around.words[i] for i in (clause.top, *below)}
    charges = _ACCUSED | _THOUGHT
    return not words.isdisjoint(_ABSURD) and (around.words[clause.subject] in charges or around.words[clause.top] in charges)


def _is_ours(around: Surroundings, clause: Clause) -> bool:
    """ "It was not our forces"."""
    return any(around.words[i] in ("our", "us", "we", "ours") for i in (clause.top, *around.children(clause.top)))


def _alleged(around: Surroundings, attribution: Attribution) -> str:
    """The text before a statement, and beside what it says in its sentence, where that holds an allegation; else empty."""
    start = min(span.start for span in (*attribution.source, *attribution.cue, *attribution.content))
    paragraph = around.paragraph(start)
    first = around.paragraphs[max(paragraph - 1, 0)].start if paragraph >= 0 else 0
    before = around.text[max(first, start - _BACK, 0) : start]
    beside = _beside(around, attribution)
    return before + " " + beside if _ALLEGED.search(before) or _ALLEGED.search(beside) else ""


def _beside(around: Surroundings, attribution: Attribution) -> str:
    """The sentence of a cue without the content, no longer than an allegation may be away."""
    if not attribution.cue:
        return ""
    sentence = around.sentence(attribution.cue[0].start)
    start, end = max(sentence.start, attribution.cue[0].start - _BACK), min(sentence.end, attribution.cue[0].end + _BACK)
    kept, at = [], start
    for span in sorted((*attribution.content, *attribution.cue)):
        kept.append(around.text[at : max(at, min(span.start, end))])
        at = max(at, span.end)
    return " ".join([*kept, around.text[at:end] if at < end else ""])


def _shares_words(around: Surroundings, clause: Clause, alleged: str) -> bool:
    """Whether a telling word of the clause is in the allegation too."""
    told = {word[:_SHARED].lower() for word in re.findall(r"[^\W\d_]{4,}", alleged)}
    telling = (i for i in clause.tokens if around.tokens[i].upos in ("NOUN", "PROPN", "VERB"))
    return any(len(around.words[i]) >= 4 and around.words[i][:_SHARED] in told for i in telling)


def first_said(around: Surroundings, spans: tuple[Span, ...]) -> str:
    """The beginning of what is said, as one line."""
    return " ".join(span.of(around.text)[: 2 * _NEAR] for span in spans[:3]).replace("\n", " ")
