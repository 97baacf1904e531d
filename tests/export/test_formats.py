"""Every format is read back by a reader of its own, hostile words among them, and quotes what stands in the text."""

import csv
import io
import json
from typing import Any

import bibtexparser
import geojson
import pytest
from hypothesis import given
from prov.model import ProvDocument
from pyarrow import parquet

from saidwho.export import acled, ged
from saidwho.export.bibtex import escape
from saidwho.export.cells import plain
from saidwho.export.codebook import codebook
from saidwho.export.flat import FIELDS
from saidwho.export.formats import FORMATS
from saidwho.export.vague import vague_number
from saidwho.types.contract import report_shape, write_line
from tests.export.exported import HOSTILE, Shape, drawn, hostile_report, loaded, samples, written
from tests.export.reports import full_report


def table(name: str, shapes: list[Shape], **options: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(name, shapes, **options).decode(), newline="")))


def spans_told(told: str) -> list[tuple[int, int]]:
    return [(int(start), int(end)) for start, _, end in (span.partition("-") for span in told.split())]


def quoted(text: str, spans: list[tuple[int, int]]) -> str:
    return plain(" … ".join(text[start:end] for start, end in spans))


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "parquet"])
def test_the_same_reports_give_the_same_bytes(name: str) -> None:
    """And all of it is UTF-8."""
    assert written(name, samples()) == written(name, samples())
    assert written(name, samples()).decode()


@pytest.mark.parametrize("name", list(FORMATS))
def test_nothing_is_a_file_too(name: str) -> None:
    """A selection without reports is a whole file of the format."""
    if name in ("jsonl", "ftm", "bibtex"):
        assert b"" == written(name, [])
    elif name in ("geojson", "jsonld", "annotations", "prov"):
        assert isinstance(loaded(name, []), dict)
    elif name == "parquet":
        assert 0 == parquet.read_table(io.BytesIO(written(name, []))).num_rows
    else:
        assert [] == table(name, [])


def test_jsonl_is_what_read_prints() -> None:
    """Byte for byte, lone surrogates as their escapes."""
    shapes = samples()
    assert "".join(write_line(shape) + "\n" for shape in shapes).encode() == written("jsonl", shapes)
    assert shapes == [json.loads(line) for line in written("jsonl", shapes).splitlines()]


def test_csv_has_a_row_a_proposition() -> None:
    """With who says it, what and where; nothing where nothing is known."""
    row = table("csv", [report_shape(full_report())])[0]
    told = {name: row[name] for name in ("outlet", "speaker", "act", "chain", "event", "place", "low", "high", "currency", "negated")}
    assert {
        "outlet": "The Harbour Post", "speaker": "Ada Vale", "act": "deny", "chain": "The Harbour Post > Ada Vale", "event": "ASSAULT",
        "place": "Varnok", "low": "17", "high": "", "currency": "", "negated": "true",
    } == told  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_in_their_cells(words: str) -> None:
    """A row is one row, whatever its cells hold; what no table can hold is a mark of the same length."""
    rows = table("csv", [hostile_report(words)])
    assert 1 == len(rows)
    assert (plain(words), plain(words), len(words)) == (rows[0]["title"], rows[0]["words"], len(rows[0]["words"]))


def test_a_spreadsheet_runs_nothing() -> None:
    """Asked for, an apostrophe stands before what it would take for a formula, and before no number."""
    row = table("csv", [hostile_report(HOSTILE[0])], spreadsheet=True)[0]
    assert (f"'{HOSTILE[0]}", "48.5") == (row["title"], row["lat"])


@given(drawn())
def test_csv_quotes_the_text(shape: Shape) -> None:
    """Every quotation is the words at the spans beside it."""
    for row in table("csv", [shape]):
        assert quoted(shape["document"]["text"], spans_told(row["quote_spans"])) == row["quote"]


def test_parquet_is_the_table_of_csv() -> None:
    """With types, and the meaning of each column in the schema."""
    shapes = samples()
    found = parquet.read_table(io.BytesIO(written("parquet", shapes)))
    rows = table("csv", shapes)
    assert [field.name for field in FIELDS] == found.schema.names
    assert [row["quote"] for row in rows] == found.column("quote").to_pylist()
    assert FIELDS[0].meaning.encode() == found.schema.field("document_id").metadata[b"description"]
    assert {17.0, None} == set(found.column("low").to_pylist())


def test_the_codebook_names_every_column() -> None:
    """In their order, each with a type and a meaning."""
    fields = codebook()["schema"]["fields"]
    assert list(table("csv", samples())[0]) == [field["name"] for field in fields]
    assert all(field["description"].endswith((".", "...")) for field in fields)


def test_geojson_places_propositions() -> None:
    """Points of longitude and latitude with their precision (RFC 7946); those without coordinates are in no map."""
    shape = report_shape(full_report())
    shape["statements"][0]["propositions"][0]["places"].append(
        shape["statements"][0]["propositions"][0]["places"][0] | {"lat": None, "lon": None}
    )
    found = loaded("geojson", [shape, *samples()])
    assert "FeatureCollection" == found["type"]
    assert all("Feature" == one["type"] and "Point" == one["geometry"]["type"] for one in found["features"])
    first = found["features"][0]
    assert ([37.25, 48.5], 4, "Varnok") == (
        first["geometry"]["coordinates"],
        first["properties"]["where_prec"],
        first["properties"]["place"],
    )
    assert 1 == len([one for one in found["features"] if one["properties"]["document_id"] == shape["document"]["id"]])


@given(drawn())
def test_geojson_is_read_by_its_own_package(shape: Shape) -> None:
    """Which finds nothing wrong with it (RFC 7946)."""
    found = geojson.loads(written("geojson", [shape, report_shape(full_report())]).decode())
    assert (True, []) == (found.is_valid, found.errors())


def happening(**fields: Any) -> Shape:
    """A report of one attack that is said to have happened, its figure with some fields."""
    shape = report_shape(full_report())
    shape["statements"][0]["act"] = "assert"
    part = shape["statements"][0]["propositions"][0]
    part |= {"negated": False, "modality": "actual"}
    part["figures"][0] |= {"per": None, "cumulative": False, "since": None} | fields
    part["event"] |= {"mode": "heavy-weapons"}
    return shape


@pytest.mark.parametrize(
    ("figure", "rule", "fatalities", "bounds"),
    [
        ({}, None, "17", ("17", "", "")),
        ({"high": 17}, None, "17", ("17", "17", "17")),
        ({"low": None, "high": 20}, None, "", ("", "20", "")),
        ({"low": None, "high": None, "span": [0, 4]}, None, "", ("", "", "")),
        ({"low": None, "high": None, "span": [0, 4]}, "acled", "", ("", "", "")),
        ({"counts": "wounded"}, None, "", ("", "", "")),
        ({"per": "day"}, None, "", ("", "", "")),
        ({"cumulative": True}, None, "", ("", "", "")),
    ],
)
def test_event_views_invent_no_number(figure: dict[str, Any], rule: str | None, fatalities: str, bounds: tuple[str, str, str]) -> None:
    """The least that is told, and nothing where nothing is; the wounded, rates and totals are no dead of one event."""
    shape = happening(**figure)
    assert fatalities == table("acled", [shape], vague_numbers=rule)[0]["fatalities"]
    row = table("ged", [shape], vague_numbers=rule)[0]
    assert bounds == (row["low"], row["high"], row["best"])


def test_a_named_rule_gives_vague_words_a_number() -> None:
    """Only where it is named, and only for its own words."""
    shape = happening(low=None, high=None)
    shape["document"]["text"] = (
        "Dozens died, a mayor told reporters there, after the strike that hit the port of the town on Monday night, it said."
    )
    shape["statements"][0]["propositions"][0]["figures"][0]["span"] = [0, 6]
    assert ("", "12") == tuple(table("acled", [shape], vague_numbers=rule)[0]["fatalities"] for rule in (None, "acled"))
    assert ("", "12") == tuple(table("ged", [shape], vague_numbers=rule)[0]["best"] for rule in (None, "acled"))


@pytest.mark.parametrize(
    ("words", "number"),
    [("dozens", 12), ("Hundreds of", 100), ("tens of thousands", None), ("dozens or hundreds", None), ("many", None), ("tens", 10)],
)
def test_the_rule_is_silent_where_it_says_nothing(words: str, number: int | None) -> None:
    """Tens of thousands are not ten."""
    assert (number, None) == (vague_number(words, "acled"), vague_number(words, None))


def test_event_views_have_their_own_columns() -> None:
    """Those of the data sets, filled with what the text tells."""
    shape = happening()
    row, other = table("acled", [shape])[0], table("ged", [shape])[0]
    assert (list(acled.COLUMNS), list(ged.COLUMNS)) == (list(row), list(other))
    assert {
        "event_date": "2024-03-04", "year": "2024", "time_precision": "1", "event_type": "Explosions/Remote violence", "actor1": "Ada Vale",
        "iso": "804", "country": "Ukraine", "admin1": "Ilven Oblast", "location": "Varnok", "geo_precision": "3",
        "source": "The Harbour Post",
        "inter1": "", "region": "", "source_scale": "", "notes": "Ada Vale (assert): “Port shelled”",
    }.items() <= row.items()  # fmt: skip
    assert {
        "side_a": "Ada Vale", "source_original": "Ada Vale", "where_prec": "4", "date_prec": "1", "date_start": "2024-03-04",
        "geom_wkt": "POINT (37.25 48.5)", "priogrid_gid": "199875", "deaths_civilians": "", "type_of_violence": "", "low": "17",
    }.items() <= other.items()  # fmt: skip


@pytest.mark.parametrize(("where", "value"), [("negated", True), ("modality", "planned"), ("modality", "possible"), ("act", "deny")])
def test_what_did_not_happen_is_no_event(where: str, value: Any) -> None:
    """Denied, planned, possible or negated: another program would count it as having happened."""
    shape = happening()
    target = shape["statements"][0] if where == "act" else shape["statements"][0]["propositions"][0]
    target[where] = value
    assert ([], []) == (table("acled", [shape]), table("ged", [shape]))


# The properties of FollowTheMoney 4.x that are used here, with those that each schema inherits from Thing, Interval and Interest.
_THING = {"name", "country", "wikidataId", "sourceUrl", "publisher", "summary", "description", "keywords", "proof"}
_INTERVAL = {"startDate", "endDate", "date", "summary", "description"}
FTM = {
    "Article": _THING | {"title", "author", "publishedAt", "language", "bodyText"},
    "Person": _THING | {"position"},
    "Organization": _THING,
    "PublicBody": _THING,
    "LegalEntity": _THING,
    "Event": _THING | _INTERVAL | {"location", "involved"},
    "Mention": {"document", "resolved", "name", "detectedSchema"},
    "Documentation": _INTERVAL | {"document", "entity", "role"},
}


def test_ftm_entities_are_of_its_schemata() -> None:
    """Each property is one that the schema has, and a list of texts; each reference leads to an entity of the file."""
    entities = [json.loads(line) for line in written("ftm", samples()).splitlines()]
    assert set(FTM) - {"PublicBody", "Organization", "LegalEntity"} == {entity["schema"] for entity in entities}
    assert [] == [entity for entity in entities if not set(entity["properties"]) <= FTM[entity["schema"]]]
    assert all(isinstance(value, str) and value for entity in entities for values in entity["properties"].values() for value in values)
    ids = {entity["id"] for entity in entities} | {"y"}  # the recipient, whom full_report names nowhere
    led = [
        value
        for entity in entities
        for name in ("document", "entity", "resolved", "involved", "proof")
        for value in entity["properties"].get(name, [])
    ]
    assert [] == [value for value in led if value not in ids]


def test_jsonld_claims_nothing_of_its_own() -> None:
    """A Claim a statement, with author and appearance; no rating, and no address that is none."""
    shapes = samples()
    shapes[1]["document"]["url"] = "javascript:alert(1)"
    found = loaded("jsonld", shapes)
    assert "https://schema.org" == found["@context"]
    assert sum(len(shape["statements"]) for shape in shapes) == len(found["@graph"])
    claim = next(one for one in found["@graph"] if one["appearance"]["@id"].endswith(shapes[1]["document"]["id"]))
    assert {"@type", "@id", "text", "author", "appearance", "isPartOf", "keywords", "contentLocation", "dateCreated"} == set(claim)
    assert ("Claim", "Port shelled", "Ada Vale", "NewsArticle") == (
        claim["@type"], claim["text"], claim["author"]["name"], claim["appearance"]["@type"],
    )  # fmt: skip
    assert "url" not in claim["appearance"]


def test_prov_is_read_by_its_own_package() -> None:
    """A bundle a document, in which each statement is quoted from it."""
    shapes = samples()
    found = ProvDocument.deserialize(content=written("prov", shapes).decode(), format="json")
    bundles = list(found.bundles)
    assert len(shapes) == len(bundles)
    derived = [record for bundle in bundles for record in bundle.get_records() if record.get_type().localpart == "Derivation"]
    assert sum(len(shape["statements"]) + sum(1 for s in shape["statements"] if s["within"]) for shape in shapes) == len(derived)
    names = {str(value) for bundle in bundles for record in bundle.get_records() for value in record.get_asserted_types()}
    assert {"sw:Article", "sw:Statement", "prov:Person", "prov:Quotation", "prov:PrimarySource"} <= names


@given(drawn())
def test_annotations_quote_the_text(shape: Shape) -> None:
    """exact is text[start:end], and prefix and suffix stand around it; surrogates are marks of the same length."""
    text = plain(shape["document"]["text"])
    for annotation in loaded("annotations", [shape])["items"]:
        for target in annotation["target"]:
            quote, position = target["selector"]
            start, end = position["start"], position["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


def test_annotations_have_the_parts_of_the_model() -> None:
    """Context, type, body and target of the W3C's Web Annotation Data Model; ids that no two share."""
    page = loaded("annotations", [report_shape(full_report())])
    assert ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage") == (page["@context"], page["type"])
    assert len(page["items"]) == len({item["id"] for item in page["items"]})
    assert {"content", "source", "cue"} == {item["body"][0]["value"] for item in page["items"]}
    assert {"TextQuoteSelector", "TextPositionSelector"} == {s["type"] for i in page["items"] for t in i["target"] for s in t["selector"]}


def test_bibtex_is_parsed_back() -> None:
    """One entry a document whatever the reports hold, with the title that stands in it."""
    shapes = samples()
    library = bibtexparser.parse_string(written("bibtex", shapes).decode())
    assert ([], len(shapes)) == (library.failed_blocks, len(library.entries))
    assert [f"saidwho document {shape['document']['id']}" for shape in shapes] == [entry["note"] for entry in library.entries]
    assert {"title", "author", "journal", "url", "note", "year", "month", "day"} == set(library.entries[-1].fields_dict)


@given(drawn())
def test_braces_are_balanced(shape: Shape) -> None:
    """Whatever a title holds: BibTeX counts braces, those that are escaped among them."""
    words = escape(shape["document"]["text"])
    depth = 0
    for sign in words:
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert (0, False) == (depth, "\n" in words)
