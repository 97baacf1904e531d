"""What may be taken or turned down?"""

from saidwho.text.tables import word_set

# "The junta rejected an offer of mediation"; who rejects a charge denies it.
OFFERS = word_set(
    "offer offers proposal proposals plan plans call calls demand demands ultimatum ultimatums ceasefire truce talks negotiations mediation"
    " terms deal compromise initiative invitation appeal appeals request requests"
)
