"""In which words do reports tell what somebody rests his words on?"""

import re

from saidwho.statements.evidence import WORDS
from saidwho.text.holding import QUALITIES, WHO_HAS
from saidwho.text.tables import word_set
from saidwho.types.statement import BasisKind

# "The number came from lists kept by the imam", "the estimate comes from pilots".
_RESULT = (
    "figures?|numbers?|toll|count|tally|total|estimates?|calculations?|information|claims?|account|findings?|assessment|conclusions?|data"
)
_COMING_FROM = rf"(?:{_RESULT}) (?:(?:had|has|have) )?(?:come|came|comes|coming) from"
# "She said she had been told this by six families."
_TOLD_THIS = r"(?:told|informed)(?: of)? (?:this|that|so) by|(?:(?:knew|knows|heard|got|learned|learnt) )?(?:this|it|that) from"
# "Gathers its data from families": from whom or what somebody has what he counts.
_GATHERED = (
    r"(?:gather|collect|take|draw|get|obtain)(?:s|ed)? (?:its|their|his|her|the) "
    r"(?:data|figures?|numbers?|counts?|estimates?|information|reports) from"
)
RESTING_ON = (
    rf"{_COMING_FROM}|{_GATHERED}|(?:confirm|verif|establish)(?:ed|ied) (?:\w+ ){{1,6}}?through|"
    r"(?:corroborated|verified|checked|cross-checked|matched|compared) (?:\w+ ){1,5}?(?:with|against|by comparing it with)|"
    r"based (?:\w+ ){0,3}?(?:up)?on|basing (?:this|that|it|(?:the|its|his|her|their) (?:\w+ )?\w+) (?:up)?on|"
    r"(?:on|ha[sd]) the word of|on the (?:basis|strength|evidence) of|relying (?:up)?on|relies on|(?<!we )(?<!i )rely on|"
    r"relied (?:\w+ )?on|draws on|drew on|drawn from|"
    r"drawing on|judging (?:by|from)|going by|(?:concluded|inferred|deduced|compile[sd]?(?: \w+){0,3}?|derived|extrapolated|"
    r"extrapolating|pieced together|calculated|estimated|drawing|reconstructed) from|"
    r"(?:backed|supported|borne out|shown|documented|proved|proven|recorded|corroborated) by|(?:confirmed|verified|identified|"
    r"detected) (?:by|through|from|with)|reached (?:after|through)|"
    r"(?:checked|matched|compared|verified) against|as seen (?:in|on)|evidenced by|"
    r"after (?:hearing|interviewing|questioning|(?:listening|speaking|talking) to|"
    r"reviewing|examining|analysing|analyzing|verifying|studying|seeing|viewing|watching|reading)|"
    r"having (?:reviewed|examined|studied|seen|analysed|analyzed|read|interviewed|questioned|(?:talked|spoken) (?:to|with))|"
    r"rest(?:s|ed|ing)? (?:\w+ ){0,4}?on|thanks to|using"
)
NAMING = (
    r"citing|cited|cites|quoting|pointing to|pointed to|points to|referring to|invoking|presenting|according to|releasing|"
    r"publishing|"
    r"sharing|showing|posting|producing|holding up|brandishing|displaying|playing|unveiling|distributing|through|by means of"
)
CITING = re.compile(rf"\b(?:(?P<resting>{RESTING_ON})|(?P<naming>{NAMING}))\s+", re.IGNORECASE)
# These rest on whatever they name, known as evidence or not: "judging by the pace of past call-ups".
ON_ANYTHING = re.compile(
    r"bas(?:ed|is|es|ing)|strength|evidence of|word of|judging|going by|relying|relies|relied|rely|rest|concluded|inferred|deduced|compile|"
    r"extrapolated|interviewed|questioned|talked|spoken|(?:c[oa]me|comes|coming) from|(?:told|informed)|reached|through|"
    r"(?:this|it|that|data|figures?|numbers?|counts?|estimates?|information|reports) from",
    re.IGNORECASE,
)
SHOWING = word_set(
    "show shows showed shown showing suggest suggests suggested indicate indicates indicated reveal reveals revealed"
    " confirm confirms confirmed prove proves proved detail details detailed point points pointed describe describes described"
    " record records recorded list lists listed capture captures captured document contradict contradicts contradicted"
)
# What evidence does beside showing, and somebody who speaks may do as well.
BEARING_OUT = word_set(
    "establish establishes established support supports supported back backs backed bear bears bore corroborate corroborates corroborated"
    " match matches matched contain contains contained link links linked tie ties tied place places placed give gives gave put puts name"
    " names named identify identifies identified rule rules ruled trace traces traced fit fits"
)
# What evidence is, where no verb says that it shows: "the fragments were those of a rocket".
BEING = frozenset(("those", "type", "kind", "make", "consistent", "proof", "evidence", "unambiguous", "clear", "conclusive"))
# By what only instruments and tests do: "laboratory tests have found".
FINDING = word_set(
    "find found detect detected record recorded pick picked trace traced track tracked observe observed register registered spot spotted"
    " locate located follow followed log logged hear heard see saw seen"
)
# What a paper that only records does: "his register held 41 names", "the log has one shot".
HOLDING_WITHIN = word_set("hold holds held has have had contains contained counts counted enters entered notes noted numbers runs ran")
# What fragments and other things do that tell where they are from: "belonged to a cruise missile", "came from a bomb".
BELONGING = {
    "to": word_set("belong belongs belonged"),
    "from": word_set("come comes came stem stems stemmed originate originates originated"),
}
# What whoever finds something does first.
LOOKING_INTO = word_set("interviewed spoke talked examined reviewed analysed analyzed studied")
# "It had reviewed the pictures | and concluded that".
LOOKED_INTO = re.compile(
    r"\b(?:it|they|he|she) (?:(?:had|has|have) )?(?:reviewed|examined|analy[sz]ed|studied|inspected|read|seen|obtained|watched|compared) ",
    re.IGNORECASE,
)
CONCLUDING = word_set(
    "assess assesses assessed conclude concludes concluded deduce deduces deduced infer infers inferred judge judges judged"
)
# What somebody does with a thing to know by it, and how he then tells what he knows.
EXAMINING = word_set(
    "examined analysed analyzed inspected reviewed studied visited surveyed verified geolocated autopsied watched viewed measured"
)
REPORTING = word_set("reported reports confirmed confirms established establishes determined determines said says identified")
HAVING = re.compile(
    rf"\b{WHO_HAS}(?:(?:a|an|some|any|no|the|also|now|{QUALITIES}|"
    r"their|his|her|its|seen|declassified|documentary|video|satellite|photographic|intercepted)\s+){0,4}"
    r"(?P<noun>information|intelligence|evidence|proof|documents?|footage|imagery|images|photographs|photos|recordings?|"
    r"intercepts|intercepted calls|"
    r"reports|testimony|testimonies|data|indications|videos?|film|papers?|manifests?|lists?|logs?|log-books?|transcripts?|records|"
    r"voices|names|receipts)\b",
    re.IGNORECASE,
)
# "Washington had intelligence that", "the state was aware of credible reports": the side of whoever speaks, by its name, at the beginning.
SIDE_HAVING = re.compile(
    r"(?:that |\b(?:because|since|as) )?(?:the )?[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2} (?:now |also |already )?"
    rf"(?:(?:had|has|have)(?: (?:obtained|received|seen|got))? |(?:was|is|were|are) aware of )(?:(?:a|an|some|{QUALITIES}) ){{0,3}}"
    r"(?P<noun>information|intelligence|evidence|proof|intercepts|(?<=credible )reports|indications|signs|images|footage|recordings)\b"
    r"(?= (?:that|which|of|on|from|about|showing|pointing|suggesting|indicating|proving|leaning)\b)"
)
# Nouns of these that are evidence where "we" and "I" have them.
OURS = word_set("film paper papers manifest manifests list lists log logs transcript transcripts records voices names receipts")
# What somebody keeps is evidence where it is kept to know by; photographs of his sons are none.
KEPT_TO_KNOW = word_set("list lists record records log logs logbook log-book register registers ledger ledgers count counts tally tallies")
NAMED = r"(?-i:[A-Z][\w'-]+(?: (?:(?:of|for|and|the) )?[A-Z][\w'-]+){1,4})"
# How the next sentence may name what a finding rests on; only somebody taken up again can be meant.
RESTING = re.compile(
    rf"(?:(?:it|they|he|she|the \w+|{NAMED})\s(?:said|says|added)\s(?:that\s)?)?"
    rf"(?:(?:the|this|that|its|their|his|her) {_COMING_FROM}|"
    rf"(?:it|they|he|she|its \w+|their \w+|his \w+|her \w+|(?:the|this|that|these|those) \w+(?:, [^,.;]{{1,60}},)?|[A-Z]\w+)\s+"
    rf"(?:(?:also|is|are|"
    rf"was|were|had|has|have|been)\s+){{0,2}}"
    rf"(?:(?:{RESTING_ON}|{_TOLD_THIS}|bases?d?\s(?:\w+\s){{0,3}}(?:\w+,\s[^,.;]{{1,60}},\s)?on|"
    rf"interviewed|spok(?:e|en) (?:to|with)|talked (?:to|with)|examined|reviewed|analysed|"
    rf"analyzed|studied|verified|inspected|viewed|watched|consulted|obtained|collected|gathered|cited|cites|pointed to|points to)))\s+",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\b(?:interviewed|(?:spoke|spoken) (?:to|with)|talked (?:to|with))\s(?P<asked>[\w,]+(?:\s[\w'-]+){0,2}?\s(?:"
    + "|".join(sorted(WORDS["person"] - {"person"}))
    + r"))\b"
)
# "They told us | over loudspeakers to come out".
COMMAND = re.compile(r"(?: (?:on|over|by|through|from|with) (?:[\w-]+ ){1,3}?)(?:not )?to \w+")
# "Its ambassador said that the panel | had relied on": what others rest on is told of them, and they may be blamed for it.
RELIED = re.compile(r"\b(?:rel(?:y|ies|ied)|draws|drew)\b", re.IGNORECASE)
# Before what somebody says that he asked: "that they had | interviewed".
HIMSELF = re.compile(r"\W*(?:that )?(?:it|they|we|he|she|i)(?:'ve)? (?:(?:had|have|has|also) ){0,2}", re.IGNORECASE)
# "Interviewed 31 former detainees, among them two women, and reviewed | medical files".
AND_READ = re.compile(
    r"(?:\s(?:at|in|from|of)\s[\w'-]+(?:\s[\w'-]+)?)?(?:,\s[^,.;]{1,60},?)?\sand\s(?:\w+\s)?"
    r"(?:examined|reviewed|analy[sz]ed|studied|inspected|checked|collected|read|watched)\s"
)
# "On the registers of the camp | and on | the evidence of nineteen witnesses".
AND_ON = re.compile(r",?\s(?:and|as well as)\s(?:up)?(?:on|from)\s")
# "Had been told by relief staff".
TOLD_BY = re.compile(
    r"\b(?:(?:told|informed|warned|alerted)(?:(?: of)? (?:this|that|so|it))? by|"
    r"(?:understood|understands|learned|learnt|heard)(?: (?:of|about) (?:\w+ ){1,4}?| (?:it|this|that))? ?from)\s+",
    re.IGNORECASE,
)
# "Survivors told us": who told the speaker, at the beginning of what he says.
TOLD_US = re.compile(
    r"[\"“‘']?(?:that )?(?P<told>(?P<who>(?:(?!is |was |what |who |which )[\w’'-]+ ){1,5}?)(?:had |have |has )?"
    r"(?:told|tells?|informed|warned) (?:us|me|him|her|them|it))\b(?![,:] )(?! (?:not )?to )"
)
# What those are told who are given an order, or threatened: "they would die".
ORDER = re.compile(
    r" (?:that )?(?:they|we|he|she|i)(?:'d|'ll| (?:would|will|should|must|could|can|cannot|might|may|(?:had|have|has|were|was) to))\b",
    re.IGNORECASE,
)
# "Our information is | that he fled": what those who speak have, as the subject of what it tells.
OURS_IS = re.compile(
    r"[\"“‘']?(?:that )?(?P<had>(?:all )?(?:our|my|the|its|all) (?:\w+ )?(?P<noun>information|intelligence|evidence|data|indications|signs)"
    r"(?: (?:we|i|they|it) (?:have|has|had))?) (?:\w+ ){0,2}?(?:is|are|was|were) (?:\w+ )?that\b",
    re.IGNORECASE,
)
# What is shown to the public is evidence where it is a picture, a recording or a paper that only records: "released drone footage".
SHOWN_TO_ALL = re.compile(
    r"\b(?:released|publish(?:ed|es)|broadcast|aired|made public|posted|presented|displayed|showed|produced)\s+"
    r"(?:(?:late |early )?on [A-Z]\w+ |[a-z]+ly )?",
)
# "It released | drone footage of the site": in the sentence behind a finding, by whoever is taken up again.
SHOWN_AFTER = re.compile(
    r"(?:it|they|he|she|the \w+) (?:(?:also|later|then|has|have|had) ){0,2}"
    r"(?:released|published|broadcast|aired|posted|presented|displayed|showed|produced|shared|played|circulated)\s+",
    re.IGNORECASE,
)
# What somebody holds in his hand as he speaks: "he related, unfolding | a letter from the governor".
HELD_UP = re.compile(
    r"\b(?:h[eo]ld(?:s|ing)? up|wav(?:ed|es|ing)|brandish(?:ed|es|ing)|unfold(?:ed|s|ing)|unroll(?:ed|s|ing)|"
    r"read(?:s|ing)? (?:out |aloud )?(?:to \w+ )?from|show(?:ed|s|ing) (?:us|reporters|journalists|this newspaper|the \w+)) ",
    re.IGNORECASE,
)
# What tells that a picture is no address of its own.
SHOWN_OF = re.compile(r" (?:of|show\w*|which|that|in which|on which|from|taken|recorded|dated|purport\w*)\b")
# Documents that are a speaker where they speak are a basis where somebody had to get at them.
_KEPT_FROM_VIEW = r"\b(?:leaked|internal|confidential|classified|declassified|secret|unpublished|captured|intercepted)\b"
GOT_AT = re.compile(
    rf"{_KEPT_FROM_VIEW}|"
    r"\b(?:seen|obtained|reviewed|examined|leaked|released|verified|published|provided|captured|found|shared|taken|"
    r"read)\s+(?:by|to|from|on|in|at)\b|"
    r"\b(?:by|of) (?:\w+ )?intelligence\b",
    re.IGNORECASE,
)
# "In | a leaked memo seen by the paper, the envoy wrote that": where something is written that somebody had to get at.
NOT_FOR_US = re.compile(rf"{_KEPT_FROM_VIEW}|\b(?:seen|obtained|reviewed|examined) by\b", re.IGNORECASE)
WRITTEN_IN = re.compile(r"\bin (?=(?:an?|the|one|another|his|her|its|their) )", re.IGNORECASE)
WHO_READ = re.compile(
    r"\b(?:who|which) (?:have |has |had )?(?:also )?(?:read|seen|saw|reviewed|examined|studied|analy[sz]ed|verified|geolocated)\s+"
    r"|\bbriefed on\s+",
    re.IGNORECASE,
)
# "The monitor, which has | a network of activists": who keeps others that tell it what happens.
WHO_KEEPS = re.compile(
    r"\b(?:who|which) (?:says (?:it|he|she) )?(?:has|have|had|maintains?|maintained|runs?|ran|uses?|used|"
    r"works? with|worked with|depends? on) "
    r"(?=(?:(?:an?|its|his|her|their) )?(?:[\w-]+ )?(?:networks?|contacts|sources|informants|monitors|observers)\b)"
    r"|\b(?:who|which) (?:keeps?|kept|maintains?|maintained) "
    r"(?=(?:an?|the|its|his|her|their) (?:[\w-]+ )?(?:lists?|registers?|records?|logs?|tally|count|database|card|ledger|archive)\b)",
    re.IGNORECASE,
)
# "The group, which interviewed | 40 witnesses": who is asked is a basis.
WHO_ASKED = re.compile(
    r"\b(?:who|which) (?:have |has |had )?(?:also )?(?:interviewed|(?:spoke|spoken) (?:to|with)|talked to|questioned)\s+", re.IGNORECASE
)
# Verbs of resting on something, which say nothing themselves: "It | bases | the number on bodies".
RESTS = word_set("bases based compiles compiled relies relied rests rested draws drew")
PUBLISHING = word_set("posted published released shared showed aired broadcast circulated distributed")
TO_ITSELF = ("citing", "cited", "quoting", "pointing to", "pointed to", "referring to", "based on", "relying on")
KNOWN_AS: dict[str, BasisKind] = {"information": "intelligence", "intercepted calls": "intelligence"}
