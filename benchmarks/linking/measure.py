"""Measure linking on the labelled reports of others."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.cases import Case
from benchmarks.counts import Counts
from benchmarks.linking.clusters import b_cubed, conll, f1
from benchmarks.linking.corpora import ECB_PLUS, FA_KES, MEANTIME, NEWSWCL50, Labelled, ecb_plus, fa_kes, meantime, newswcl50
from benchmarks.linking.matching import CLAIMS, MESSAGES, average_precision, claims_of, messages_of, rankings
from benchmarks.measured import Figure, Measured
from saidwho.linking.scoring import shipped_model
from saidwho.pipeline.linking import link_reports
from saidwho.pipeline.reading import read_documents
from saidwho.pipeline.weights import shipped_clause_encoder
from saidwho.reading.reader import Reader
from saidwho.types.document import Span
from saidwho.types.linking import Claim, Links
from saidwho.types.statement import Report

CORPORA: Mapping[str, Callable[[Path], Iterator[Labelled]]] = {
    "ecb_plus": ecb_plus,
    "newswcl50": newswcl50,
    "meantime": meantime,
    "fa_kes": fa_kes,
}
NOTES = (
    "ecb_plus, newswcl50, meantime: labelled mentions of happenings, each with the claim of the narrowest proposition around it; what",
    "is in none stands alone. B-cubed and CoNLL F1 over all mentions of a topic. Their happenings are single words (a shot, a death);",
    "our claims hold a deed with its toll: what is one claim to us is several to them. fa_kes: reports of one day and place, each with",
    "the claim that most reports share of those it tells; such a group is not proven to be of one event. clef2020: mean average precision",
    "at 5 of the checked claims for a message, by the words and vectors that linking compares propositions by. Nothing is trained on them.",
)


def measure(data: Path, reader: Reader) -> Measured:
    """Read and link the corpora by topic, and rank the checked claims."""
    figures: list[Figure] = []
    cases: list[Case] = []
    for name, labelled in CORPORA.items():
        places, of_topics = _linked(name, list(labelled(data)), reader)
        figures += [_figure(f"{name} B-cubed", 100 * f1(*b_cubed(places))), _figure(f"{name} CoNLL", 100 * conll(places))]
        cases += of_topics
    figures.append(_figure("clef2020 MAP@5", 100 * _matched(data)))
    files = (ECB_PLUS, NEWSWCL50, MEANTIME, FA_KES, CLAIMS, MESSAGES)
    return Measured(part="linking", figures=tuple(figures), data=files, cases=tuple(cases), notes=NOTES)


def _figure(name: str, value: float) -> Figure:
    # No full run has set floors yet.
    return Figure(name=f"linking {name}", value=value, unit="%" if "MAP" in name else "F1", is_held=False)


def _linked(corpus: str, labelled: Sequence[Labelled], reader: Reader) -> tuple[list[tuple[str, str]], list[Case]]:
    """The places of all mentions, and how many of each topic a proposition was read at. Each topic is linked by itself."""
    by_topic: dict[str, list[Labelled]] = {}
    for one in labelled:
        by_topic.setdefault(corpus if one.is_one else one.topic, []).append(one)
    places: list[tuple[str, str]] = []
    cases = []
    for topic, found in sorted(by_topic.items()):
        read = read_documents((one.document for one in found), reader=reader)
        reports = {report.document.id: report for report in read if isinstance(report, Report)}
        links = link_reports(reports.values())
        told = [(f"{topic} {gold}", f"{topic} {claim}") for gold, claim in _places(found, links)]
        places += told
        alone = sum(" alone " in claim for _, claim in told)
        cases.append(Case(corpus=corpus, name=topic, counts={"read": Counts(right=len(told) - alone, predicted=len(told), gold=len(told))}))
    return places, cases


def _places(found: Iterable[Labelled], links: Links) -> Iterator[tuple[str, str]]:
    """Each mention, or each document that is one, with its chain and its claim."""
    by_document: dict[str, list[tuple[Span, Claim]]] = {}
    for claim in links.claims:
        for member in claim.members:
            by_document.setdefault(member.document, []).extend((span, claim) for span in member.spans)
    for one in found:
        told = by_document.get(one.document.id, [])
        for number, mention in enumerate(one.mentions):
            yield mention.chain, claim_at(mention.span, told) or f"alone {one.document.id} {number}"
        if one.is_one:
            yield one.topic, main_claim(told) or f"alone {one.document.id}"


def claim_at(mention: Span, told: Iterable[tuple[Span, Claim]]) -> str | None:
    """The claim of the narrowest proposition that holds a mention."""
    around = [(span.end - span.start, claim.id) for span, claim in told if span.start <= mention.start and mention.end <= span.end]
    return min(around, default=(0, None))[1]


def main_claim(told: Sequence[tuple[Span, Claim]]) -> str | None:
    """Of the claims of a document that which most documents tell, among equals that which it tells most of."""
    claims = {claim.id: claim for _, claim in told}
    often = Counter(claim.id for _, claim in told)
    return min(claims, key=lambda claim: (-claims[claim].documents, -often[claim], claim), default=None)


def _matched(data: Path) -> float:
    messages = messages_of(data)
    found = rankings(messages, claims_of(data), shipped_clause_encoder().vectors, shipped_model())
    return sum(average_precision(keys, message.claims) for keys, message in zip(found, messages, strict=True)) / max(len(messages), 1)
