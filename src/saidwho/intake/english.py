"""Which common words are English and hardly anything else?

Words that other languages of news write too are left out, common as they are: "in", "is", "to" (Polish), "of" (Dutch),
"are" (Romanian), "die" (German), "missiles" (French), "market" (Turkish). So even one word that is left counts
for much, in a headline full of foreign names as in a report.
"""

GRAMMAR = """
    the and that which with from this these those there their they them she him himself themselves its itself our your
    you who whom whose what when where why how has have having been being were did doing could would should might must
    cannot not but because although though while until since if than then between among against through throughout
    during before after above below without within into onto upon towards toward across along around behind beyond
    despite about amid near off out up down be more less much many few several some any every each both either neither
    other another such own same only already again always often earlier ago today yesterday tomorrow one two three four
    five seven eight nine eleven twelve thousand dozens first third whether
"""

NEWS = """
    said says say saying told tells tell asked asks called calls call added adds reported reports claimed claims denies
    denied deny warns warned warn vows vowed accuses accused accuse blames blamed blame urges urged rejects rejected
    reject admits admitted confirms confirmed announced announces according spokesman spokeswoman spokesperson officials
    official statement kill kills killed killing killings dead death deaths died dies wounds wounded wound injured
    injures hurt fires fired firing shelling shelled shells strike strikes struck hits bombs bombed bombing attacks
    attacked attacking fighting fighters fighter fights troops soldiers soldier army forces armed rebels gunmen gunman
    warships rockets rocket airstrike airstrikes weapons ceasefire truce peace talks hostages hostage prisoners captives
    funeral mourn mourns mourning refugees displaced civilians people children women families residents leaders leader
    chief ministry government defence defense foreign security intelligence council town towns cities heights border
    borders crossing bridge homes church take takes took taken retake retakes seize seizes seized captured advances
    advanced retreat retreats retreated withdraw withdraws withdrew leave leaves left enter enters entered meet meets
    met meeting visit visits visited speak speaks spoke hosts hosted blasts destroyed damaged downed sinks sank launches
    launched orders ordered sends sent heavy overnight weeks month months year years day days morning night monday
    tuesday wednesday thursday friday saturday sunday january february june july october holds held keeps kept gives
    gave given makes made comes came goes went gets got shows shown seeks seek wants want aid helps calm trade new old
    back
"""

COMMON = frozenset(f"{GRAMMAR} {NEWS}".split())
