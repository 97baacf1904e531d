"""The register: who acts and speaks in reports on armed conflict, and who belongs to whom.

The tables are tab-separated text, written by hand. states.tsv, bodies.tsv and outlets.tsv are of one form, which users' files share:
a line an actor, names set apart by bars. A name marked ? stands for its bearer only where the text is about its state ("Congress?").
A line of a state makes its government as well, which goes by the capital ("Kyiv"). What every state has, a defence ministry, an army, a
police, stands once in organs.tsv, and is composed with the state when a text names it; offices.tsv says for which organ a minister or
a spokesman speaks; local.tsv has what towns and regions have; wording.tsv the small words of noun phrases.

Chains of owners tell whose word it is: the Pentagon belongs to the US government and that to the United States; parliaments and
courts to the state beside its government; armed groups to nobody; an outlet to a government, a force or a group that runs it.
The register holds no persons and no dates: offices change hands, and who governs a state is for the text to say.

A name that several bear stays open until the caller says which states the text is about. One that stands for its bearer everywhere
("the Times", "Foreign Office") gives way where another bearer is at home.
"""

from saidwho.grounding.register.entries import Entry
from saidwho.grounding.register.load import load_register
from saidwho.grounding.register.offices import Office
from saidwho.grounding.register.register import Register

__all__ = ["Entry", "Office", "Register", "load_register"]
