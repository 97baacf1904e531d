"""Count what is done by which words for saying something, in the reports marked for training: saidwho.statements.acts.priors."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from saidwho.statements.acts import priors
from saidwho.statements.acts.cues import CueMeaning, meaning_of
from saidwho.statements.acts.priors import ACTS
from saidwho.statements.surroundings import Surroundings
from saidwho.text.words import split_words
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Reading, Token
from training.marked import REPORTS, Marked, marked_reports

TABLE = Path(priors.__file__).with_name("priors.tsv")
# A phrase that was seen once tells little more than its kind.
SELDOM = 2

_HEADING = """# How often what is done by which words, in the reports marked for training; written by training/cue_acts.py.
# Columns, tabs between: kind (see cues.tsv; empty where it has none of the words), phrase (empty: the kind as a whole),
# then counts of: {acts}.
"""


def learn_cue_acts(folder: Path = REPORTS) -> Path:
    """Count, and write the table. Returns its place. Raises MarkError."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for report in marked_reports(folder):
        for _, _, meaning, act in statements(report):
            counts[meaning.kind, ""][act] += 1
            if meaning.phrase:
                counts[meaning.kind, meaning.phrase][act] += 1
    rows = [(kind, phrase, of) for (kind, phrase), of in sorted(counts.items()) if not phrase or of.total() >= SELDOM]
    lines = ["\t".join((kind, phrase, *(str(of[act] or "") for act in ACTS))) + "\n" for kind, phrase, of in rows]
    TABLE.write_text(_HEADING.format(acts=", ".join(ACTS)) + "".join(lines), encoding="utf-8")
    return TABLE


def statements(report: Marked) -> Iterator[tuple[Surroundings, Attribution, CueMeaning, str]]:
    """Each attributed statement of a report, what its cue does, and its act."""
    around = Surroundings(report.text, words_only(report.text))
    for number in sorted({mark.number for mark in report.marks if mark.kind == "content"}):
        marks = [mark for mark in report.marks if mark.number == number]
        acts = [mark.value[0] for mark in marks if mark.kind in ("cue", "content") and mark.value]
        source, cue, content = (
            tuple(Span(start=mark.start, end=mark.end) for mark in marks if mark.kind == kind) for kind in ("source", "cue", "content")
        )
        if acts:
            said = Attribution(source=source, cue=cue, content=content, score=1.0)
            yield around, said, meaning_of(around, said), acts[0]


def words_only(text: str) -> Reading:
    """A reading that knows the words of a text and nothing of them."""
    words = split_words(text)
    spans = zip(words.starts.tolist(), words.ends.tolist(), strict=True)
    tokens = tuple(Token(span=Span(start=start, end=end), upos="X", head=i, relation="root") for i, (start, end) in enumerate(spans))
    return Reading(attributions=(), names=(), mentions=(), tokens=tokens, sentences=())
