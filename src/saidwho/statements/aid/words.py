"""The words by which aid is told."""

from saidwho.statements.acts.inflections import forms
from saidwho.statements.acts.tables import words_of
from saidwho.types.statement import AidKind, Stage

WORDS = words_of("words.tsv", package="saidwho.statements.aid")
STAGES: tuple[Stage, ...] = ("announced", "pledged", "committed", "allocated", "contracted", "delivered", "cancelled")
KINDS: tuple[AidKind, ...] = ("military", "humanitarian", "financial")
STAGE_OF: dict[str, Stage] = {form: stage for stage in STAGES for word in WORDS[stage] for form in forms(word)}
