"""/openapi.json tells of every address and every field, and what it tells is so: asked by schemathesis with whatever fits."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saidwho.api.guard import Limits
from saidwho.record.record import Record
from saidwho.web.app import ServingOptions, make_app
from tests.served import client_of, demo_folder, opened_record

pytestmark = pytest.mark.model

# Addresses of ours that are for people, or give bytes; everything else programs ask for, and /openapi.json tells of.
_FOR_PEOPLE = re.compile(
    r"/(static.*|vega\.js|openapi\.json|map/towns\.json|\.json|index\.json"
    r"|sign-in|sign-out|search|about|(claims|statements|documents|figures|aid|map|actors|review)(/\{identity\})?"
    r"|documents/\{identity\}/originals/\{digest\}"
    r"|(documents|figures|aid|actors|changes)\.geojson)?"  # which say that they have no points
)
_CHECKS = [
    schemathesis.checks.not_a_server_error,
    schemathesis.checks.status_code_conformance,
    schemathesis.checks.content_type_conformance,
    schemathesis.checks.response_schema_conformance,
    schemathesis.checks.negative_data_rejection,
]
# Of each address; more find no more, and all together are to take less than a minute.
_EXAMPLES = 8


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    """The example record. What is asked here may not change it: nothing has a token."""
    with opened_record(demo_folder()) as found:
        yield found


@pytest.fixture(scope="module")
def document(record: Record) -> dict[str, Any]:
    """/openapi.json."""
    found: dict[str, Any] = client_of(record).get("/openapi.json").json()
    return found


@pytest.mark.parametrize("kind", ["GET", "POST"])
def test_every_address_answers_as_it_is_told(record: Record, kind: str) -> None:
    """No question makes the server fail; every answer, refusals too, has the status and the fields that are told of."""
    app = make_app(record, ServingOptions(limits=Limits(rate=1e6, burst=1e6, hosts=Limits().hosts | {"localhost"})))
    schema = schemathesis.openapi.from_asgi("/openapi.json", app)
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()
        if operation.method.upper() != kind:
            continue
        asked += 1

        @given(case=st.one_of(operation.as_strategy(), operation.as_strategy(generation_mode=schemathesis.GenerationMode.NEGATIVE)))
        @settings(max_examples=_EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
        def _ask(case: schemathesis.Case) -> None:
            case.call_and_validate(checks=_CHECKS)

        _ask()
    assert asked == sum(kind.lower() in operations for operations in schema.raw_schema["paths"].values())


def test_every_address_of_the_program_is_told_of(record: Record, document: dict[str, Any]) -> None:
    """Nothing that programs can ask for is left out."""
    paths = set(addresses(make_app(record)))
    assert {"/claims/{identity}", "/claims/{identity}.json", "/map/towns.json", "/static"} <= paths
    assert set() == {path for path in paths if not _FOR_PEOPLE.fullmatch(path)} - document["paths"].keys()
    assert {"/claims.json", "/statements.csv", "/log/proofs/{identity}.json"} <= document["paths"].keys()


def addresses(app: FastAPI) -> Iterator[str]:
    """Every address of the program. FastAPI keeps those of a router together, so they are taken from it one by one."""
    for route in app.routes:
        for one in route.effective_route_contexts() if hasattr(route, "effective_route_contexts") else (route,):
            yield re.sub(r":\w+}", "}", one.path)


def test_every_error_is_told_of_in_its_one_shape(document: dict[str, Any]) -> None:
    """400, 404, 429 and 503 of each address are the one shape of every error."""
    for operations in document["paths"].values():
        for operation in operations.values():
            for status in ("400", "404", "429", "503", "default"):
                told = operation["responses"][status]["content"]["application/json"]["schema"]
                assert {"$ref": "#/components/schemas/Problem"} == told
            assert "422" not in operation["responses"]


@pytest.mark.parametrize(
    "path",
    ["/claims.json", "/statements.json", "/documents.json", "/figures.json", "/aid.json", "/actors.json", "/places.json", "/changes.json",
     "/review.json", "/about.json", "/search.json?about=hospital", "/log.json", "/map.json", "claims/", "statements/", "documents/",
     "actors/"],
)  # fmt: skip
def test_no_field_of_an_answer_goes_untold(record: Record, document: dict[str, Any], path: str) -> None:
    """Every field that an answer has is in its schema, however deep it lies, and every field of the schema is in the answer."""
    asking = client_of(record)
    name = path.strip("/").partition("?")[0]
    told = f"/{name}"
    if path.endswith("/"):
        first = asking.get(f"/{name}.json?limit=1").json()[name][0]
        path, told = f"/{name}/{first['id']}.json", f"/{name}/{{identity}}.json"
    answer = asking.get(path)
    assert 200 == answer.status_code
    content = document["paths"][told]["get"]["responses"]["200"]["content"]
    assert [] == list(untold(answer.json(), content["application/json"]["schema"], document, "answer"))


def untold(value: Any, schema: dict[str, Any], document: dict[str, Any], at: str) -> Iterator[str]:
    """Where a value has a field that its schema lacks, or lacks one of those."""
    schema = _resolved(schema, document)
    if "anyOf" in schema:
        kinds = [_resolved(one, document) for one in schema["anyOf"]]
        schema = next((one for one in kinds if "properties" in one or "items" in one), {}) if value is not None else {}
    if isinstance(value, dict) and "properties" in schema:
        names = set(value) ^ set(schema["properties"])
        yield from (f"{at}.{name}" for name in names if schema.get("additionalProperties") is not True)
        for name in value.keys() & schema["properties"].keys():
            yield from untold(value[name], schema["properties"][name], document, f"{at}.{name}")
    elif isinstance(value, list) and "items" in schema:
        for one in value:
            yield from untold(one, schema["items"], document, f"{at}[]")


def _resolved(schema: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = document["components"]["schemas"][name] if name else schema
    return found


@pytest.mark.parametrize(
    "path",
    ["/about", "/about.json", "/claims", "/claims.json", "/claims/0123456789", "/claims/0123456789.json", "/log.json", "/search",
     "/search.json", "/log/consistency.json", "/documents/0123456789", "/sign-in"],
)  # fmt: skip
def test_an_unknown_parameter_is_refused_on_items_too(record: Record, path: str) -> None:
    """Also where an address takes none, and the reason names it."""
    answer = client_of(record).get(f"{path}?colour=red")
    assert 400 == answer.status_code
    assert "colour" in answer.text


def test_a_parameter_that_is_given_twice_is_refused(record: Record) -> None:
    """Of two words for one filter neither is silently passed over."""
    answer = client_of(record).get("/claims.json?about=bridge&about=hospital")
    assert 400 == answer.status_code
    assert "about" in answer.json()["error"]


def test_the_schema_is_read_by_whoever_asks(record: Record) -> None:
    """It is JSON, and of OpenAPI 3.1."""
    answer = client_of(record).get("/openapi.json")
    assert answer.json()["openapi"].startswith("3.1")
