"""Who said it, through whom, quoted from where: PROV-JSON (W3C), a bundle a document."""

from collections.abc import Iterable
from typing import Any, TextIO

from saidwho.export.cells import Shape, names_of, plain, words_of
from saidwho.types.contract import write_line

_PREFIX = {"sw": "urn:saidwho:", "prov": "http://www.w3.org/ns/prov#", "dct": "http://purl.org/dc/terms/"}
_AGENTS = {"person": "prov:Person"}


def write_prov(reports: Iterable[Shape], stream: TextIO) -> None:
    """Write documents and statements as entities, speakers, relays and outlets as agents.

    A statement is quoted from its document, attributed to its speaker, and derived from the statement it stands in. A relay is
    an agent it is attributed to with the role sw:relay.
    """
    stream.write(f'{{"prefix":{write_line(dict(_PREFIX))},"bundle":{{')
    for number, report in enumerate(reports):
        name = write_line(f"sw:report-{report['document']['id']}")
        stream.write((",\n" if number else "\n") + f"{name}:{write_line(_bundle(report))}")
    stream.write("\n}}\n")


def _bundle(report: Shape) -> dict[str, Any]:
    bundle: dict[str, Any] = {"entity": {}, "agent": {}, "wasAttributedTo": {}, "wasDerivedFrom": {}}
    document, names = report["document"], names_of(report)
    article = f"sw:document-{document['id']}"
    bundle["entity"][article] = _told({"prov:type": "sw:Article", "dct:title": document["title"], "dct:source": document["url"],
                                       "dct:issued": document["published"], "dct:identifier": document["key"]})  # fmt: skip
    for actor in report["actors"]:
        kind = _AGENTS.get(actor["kind"], "prov:Organization")
        bundle["agent"][f"sw:actor-{actor['id']}"] = _told({"prov:type": kind, "dct:title": actor["name"], "sw:kind": actor["kind"]})
    if document["outlet"]:
        bundle["agent"]["sw:outlet"] = _told({"prov:type": "prov:Organization", "dct:title": document["outlet"]})
        _relate(bundle, "wasAttributedTo", entity=article, agent="sw:outlet", role="outlet")
    for statement in report["statements"]:
        _add_statement(bundle, statement, document, names)
    return {name: found for name, found in bundle.items() if found}


def _add_statement(bundle: dict[str, Any], statement: Shape, document: Shape, names: dict[str, str]) -> None:
    own = f"sw:statement-{statement['id']}"
    words = words_of(document["text"], statement["content"])
    basis = statement["basis"]["kind"] if statement["basis"] else None
    told = {"prov:type": "sw:Statement", "prov:value": words, "sw:act": statement["act"], "sw:form": statement["form"], "sw:basis": basis}
    bundle["entity"][own] = _told(told)
    _relate(bundle, "wasDerivedFrom", generatedEntity=own, usedEntity=f"sw:document-{document['id']}", type="prov:Quotation")
    if statement["within"]:
        _relate(bundle, "wasDerivedFrom", generatedEntity=own, usedEntity=f"sw:statement-{statement['within']}", type="prov:PrimarySource")
    if statement["speaker"] in names:
        _relate(bundle, "wasAttributedTo", entity=own, agent=f"sw:actor-{statement['speaker']}", role="speaker")
    for link in statement["chain"]:
        if link["role"] == "relay" and link["actor"] in names:
            _relate(bundle, "wasAttributedTo", entity=own, agent=f"sw:actor-{link['actor']}", role="relay")


def _relate(bundle: dict[str, Any], relation: str, *, role: str | None = None, type: str | None = None, **ends: str) -> None:  # noqa: A002
    found = {f"prov:{name}": end for name, end in ends.items()}
    found |= {"sw:role": role} if role else {}
    if type:
        found |= {"prov:type": {"$": type, "type": "prov:QUALIFIED_NAME"}}  # type: ignore[dict-item]
    bundle[relation][f"_:{relation}{len(bundle[relation])}"] = found


def _told(values: dict[str, str | None]) -> dict[str, Any]:
    """Attributes without those that nothing is known of; a type is a name, not a text."""
    found = {name: plain(value) for name, value in values.items() if value}
    kind = {"prov:type": {"$": found["prov:type"], "type": "prov:QUALIFIED_NAME"}}
    return {**found, **kind}
