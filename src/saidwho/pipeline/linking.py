"""What reports say together, linked in memory."""

from collections.abc import Iterable

from saidwho.linking.gainsaying import WEIGHTS as DENIAL_WEIGHTS
from saidwho.linking.links import link
from saidwho.linking.scoring import WEIGHTS as LINK_WEIGHTS
from saidwho.pipeline.reading import reader_version
from saidwho.pipeline.weights import shipped_clause_encoder, shipped_passage_encoder
from saidwho.reading.encoder import WEIGHTS
from saidwho.types.linking import Judgement, Links
from saidwho.types.statement import Report

# Raised where rules of linking change, so that a record is linked anew: 2 since origins are counted in cores, 3 since claims tell who is
# blamed and figures which of two came first, 4 since what undoes a happening is another claim, 5 since groups hang together by the
# evidence of all around them, 6 since cores are kept, and what is compared goes by numbers that lie together, 7 since who only believes a
# thing is no origin of it.
RULES = 7


def link_reports(
    reports: Iterable[Report],
    judgements: Iterable[Judgement] = (),
    *,
    with_reasons: bool = False,
    groups: Iterable[frozenset[str]] | None = None,
) -> Links:
    """Link reports with all that comes with the package: what they say together, and from how many origins.

    with_reasons: also give the pairs that were compared, for a person to judge.
    groups: ids of propositions that are known to be one claim; with them nothing else is put together.
    Raises LinkingError or WeightsError where the package is not whole.
    """
    vectors, passages = shipped_clause_encoder().vectors, shipped_passage_encoder().vectors
    return link(reports, judgements, vectors=vectors, passages=passages, with_reasons=with_reasons, groups=groups)


def linking_version() -> str:
    """What links are made by: the reader, the beginnings of the digests of the weights of linking and of its encoders, and RULES."""
    files = (LINK_WEIGHTS, DENIAL_WEIGHTS, WEIGHTS / "clauses.onnx", WEIGHTS / "passages.onnx")
    digests = (file.with_name(file.name + ".sha256").read_text(encoding="utf-8") for file in files)
    return f"{reader_version()}+{''.join(digest[:8] for digest in digests)}+{RULES}"
