"""By which words is it told that weapons were sent at somebody?"""

from saidwho.text.tables import word_set

# As participles and in the past: "drones launched by", "that they fired".
SENT = word_set("launched fired sent dropped flown lobbed")
