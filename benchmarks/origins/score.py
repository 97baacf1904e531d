"""Which labelled claims, origins, denials, figures, copies and sums are found? Links are compared with labels by places in texts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.counts import Counts
from benchmarks.linking.clusters import links_of
from benchmarks.origins.labels import Label, Story
from benchmarks.statements.labels import Range
from saidwho.linking.ledger import sums
from saidwho.types.document import Span
from saidwho.types.linking import Claim, Links
from saidwho.types.statement import Report

# So much of a label's letters must stand in what is read, or of what is read in the label.
HALF = 0.5
# What is not read stands alone, under this and its own number.
UNREAD = "unread"


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The links of a story's reports, and the reports. keys: of documents by their ids in the labels."""

    links: Links
    reports: Mapping[str, Report]


def score_story(story: Story, read: Read) -> dict[str, Counts]:
    """Count what is right of one story, all but how propositions and utterances are grouped: see claim_places.

    read: claims: labelled places where a proposition was read. origins: claims whose count is exact.
    """
    claim_of = {label["key"]: best_claim(story, label, read) for label in story.matters}
    return {
        "members read": _members(claim_places(story, read)),
        **_origins(story, claim_of),
        "denials": _denials(story, claim_of, read),
        **_figures(story, claim_of, read),
        "copies": _copies(story, read),
        "aid sums": _sums(story, read),
        "apart": _apart(story, claim_of),
    }


def _members(places: Sequence[tuple[str, str]]) -> Counts:
    return Counts(right=sum(not found.startswith(UNREAD) for _, found in places), predicted=len(places), gold=len(places))


def overlap(label: Sequence[Range], read: Iterable[Span]) -> float:
    """The share of the letters of both that both have, where half of either's stand in the other; else 0."""
    a = {n for start, end in label for n in range(start, end)}
    b = {n for span in read for n in range(span.start, span.end)}
    shared = len(a & b)
    if shared < HALF * min(len(a), len(b)):
        return 0.0
    return shared / max(len(a | b), 1)


def best_proposition(spans: Sequence[Range], key: str, claims: Sequence[Claim]) -> str | None:
    """The proposition read at a place: that which shares most letters with it."""
    found = [(overlap(spans, member.spans), member.proposition) for claim in claims for member in claim.members if member.key == key]
    best = max(found, default=(0.0, ""))
    return best[1] if best[0] > 0 else None


def claim_places(story: Story, read: Read) -> list[tuple[str, str]]:
    """Each labelled member with its claim and the claim read there; what is not read stands alone."""
    in_claim = {member.proposition: claim.id for claim in read.links.claims for member in claim.members}
    places = []
    for claim in story.matters:
        for number, member in enumerate(claim["members"]):
            found = best_proposition(story.spans(member), member["document"], read.links.claims)
            places.append((claim["key"], in_claim[found] if found else f"{UNREAD} {story.name} {claim['key']} {number}"))
    return places


def best_claim(story: Story, label: Label, read: Read) -> Claim | None:
    """The claim that holds most members of a labelled one; among equals that of fewer others."""
    in_claim = {member.proposition: claim for claim in read.links.claims for member in claim.members}
    votes: dict[str, int] = defaultdict(int)
    by_id = {claim.id: claim for claim in read.links.claims}
    for member in label["members"]:
        found = best_proposition(story.spans(member), member["document"], read.links.claims)
        if found:
            votes[in_claim[found].id] += 1
    best = min(votes, key=lambda claim: (-votes[claim], len(by_id[claim].members), claim), default=None)
    return by_id[best] if best else None


def _origins(story: Story, claim_of: Mapping[str, Claim | None]) -> dict[str, Counts]:
    """Claims that are read at all, whose count is exact, and whose count is one too many at most."""
    size = len(story.claims)
    found = [(label, claim) for label in story.claims if (claim := claim_of[label["key"]]) is not None]
    exact = sum(claim.independent_origins == label["independent_origins"] for label, claim in found)
    possible = sum(claim.possible_origins == label["possible_origins"] for label, claim in found)
    sound = sum(claim.independent_origins <= label["independent_origins"] + 1 for label, claim in found)
    return {
        "origins": Counts(right=exact, predicted=len(found), gold=size),
        "possible origins": Counts(right=possible, predicted=len(found), gold=size),
        "origins, at most one too many": Counts(right=sound + size - len(found), predicted=size, gold=size),
    }


def _denials(story: Story, claim_of: Mapping[str, Claim | None], read: Read) -> Counts:
    """Places of denials on the right claim. Denials of claims without a label count neither way."""
    right = predicted = labelled = 0
    for label in story.claims:
        claim = claim_of[label["key"]]
        told = {statement for denier in claim.denied_by for statement in denier.statements} if claim else set()
        hit: set[str] = set()
        missed = 0
        for denial in label["denied_by"]:
            places = [s for s in statements_at(story.spans(denial), read.reports[denial["document"]]) if s in told]
            hit.update(places[:1])
            missed += not places
        right, predicted, labelled = right + len(hit), predicted + len(told), labelled + len(hit) + missed
    return Counts(right=right, predicted=predicted, gold=labelled)


def statements_at(spans: Sequence[Range], report: Report) -> list[str]:
    """The ids of the statements of a report that hold a place in their content or cue, those that share most first."""
    found = [(overlap(spans, (*s.content, *s.cue)), s.id) for s in report.statements]
    return [statement for share, statement in sorted(found, reverse=True) if share > 0]


def _figures(story: Story, claim_of: Mapping[str, Claim | None], read: Read) -> dict[str, Counts]:
    """Labelled points that stand in the series of their claim: the numbers; and the numbers with speaker's origin and day."""
    documents = {statement.id: key for key, report in read.reports.items() for statement in report.statements}
    right = dated = total = 0
    for label in story.claims:
        claim = claim_of[label["key"]]
        points = claim.figures if claim else ()
        for figure in label["figures"]:
            total += 1
            same = [
                point
                for point in points
                if documents.get(point.statement) == figure["document"]
                and (point.low, point.high) == (figure["low"], figure["high"])
                and (point.per, point.over) == (figure.get("per"), figure.get("over"))
            ]
            right += bool(same)
            dated += any((point.as_of or "")[:10] == figure["as_of"] for point in same)
    return {
        "figure points": Counts(right=right, predicted=total, gold=total),
        "figure points, dated": Counts(right=dated, predicted=total, gold=total),
    }


def _copies(story: Story, read: Read) -> Counts:
    """Pairs of reports of one text: copies of one report are copies of each other."""
    keys = {report.document.id: key for key, report in read.reports.items()}
    wanted = links_of(story.documents, [(copy["document"], copy["of"]) for copy in story.copies])
    found = links_of(story.documents, [(keys[c.document], keys[c.of]) for c in read.links.copies if {c.document, c.of} <= set(keys)])
    return Counts.of(set(wanted), set(found))


def _sums(story: Story, read: Read) -> Counts:
    """Sums by donor, kind, stage and currency that are exact."""
    wanted: dict[tuple[str, str, str, str], float] = defaultdict(float)
    for package in story.aid:
        for stage in package["stages"]:
            if stage["value"] is not None:
                wanted[package["donor"].casefold(), package["kind"], stage["stage"], stage["currency"]] += stage["value"]
    own = {report.document.id for report in read.reports.values()}
    rows = [row for row in read.links.ledger if own & set(row.documents)]
    names = {row.donor_id: (row.donor or "").casefold() for row in rows}
    found = {(names.get(donor, ""), kind, stage, currency): value for (donor, kind, stage, currency), value in sums(rows).items()}
    return Counts.of(set(wanted.items()), set(found.items()))


def _apart(story: Story, claim_of: Mapping[str, Claim | None]) -> Counts:
    """Pairs of matters that must not be one claim and are not, of those that are both read."""
    both = [(a, b) for one, other in story.apart if (a := claim_of[one]) is not None and (b := claim_of[other]) is not None]
    return Counts(right=sum(a.id != b.id for a, b in both), predicted=len(both), gold=len(both))


def utterance_places(story: Story, read: Read) -> list[tuple[str, str]]:
    """Each labelled place of an utterance with the utterance read there."""
    of = {statement: utterance.id for utterance in read.links.utterances for statement in utterance.statements}
    places = []
    for number, utterance in enumerate(story.utterances):
        for at, mention in enumerate(utterance):
            found = [of[s] for s in statements_at(story.spans(mention), read.reports[mention["document"]]) if s in of]
            places.append((str(number), found[0] if found else f"{UNREAD} {story.name} {number} {at}"))
    return places
