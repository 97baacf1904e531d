"""Reports that try to run something, to break the page, or to be taken for the page."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from saidwho.cli.main import app
from tests.served import client_of, opened_record

pytestmark = pytest.mark.model

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`{{7*7}}${7*7}\u202e"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A record of reports with script in every field, in markup, attributes, templates and turned lines."""
    folder = tmp_path_factory.mktemp("hostile")
    report = {
        "id": f"key {EVIL}",
        "outlet": f"Outlet {EVIL}",
        "url": "javascript:alert(document.domain)",
        "published": "2024-03-05",
        "language": "en",
        "title": f"Title {EVIL}",
        "text": f'Minister Ada Brook {EVIL} said on Monday that 40 soldiers {EVIL} were killed near Kyiv. "{EVIL} we know it," she said.'
        "\n</p></main><h1>Injected</h1>",
    }
    other = report | {"id": "page", "url": None, "outlet": None, "title": None}
    file = folder / "reports.jsonl"
    file.write_text("\n".join(json.dumps(one) for one in (report, other)) + "\n", encoding="utf-8")
    page = folder / "page.html"
    page.write_text(
        f"<html lang=en><title>{EVIL}</title><body><script>alert(3)</script><p>{report['text']}</p></body></html>", encoding="utf-8"
    )
    done = CliRunner().invoke(app, ["add", str(file), str(page), "--record", str(folder / "record")])
    assert done.exit_code == 0, done.output
    with opened_record(folder / "record") as record:
        yield client_of(record)


def addresses(client: TestClient) -> list[str]:
    found = ["/", "/claims", "/documents", "/figures", "/aid", "/map", "/actors", "/review", "/about", f"/search?about={EVIL}"]
    for name in ("claims", "documents", "actors"):
        found += [f"/{name}/{row['id']}" for row in client.get(f"/{name}.json").json()[name]]
    return found


def test_nothing_of_a_report_becomes_markup(hostile: TestClient) -> None:
    """No tag, attribute or script of a report is in any page, and no template is worked out."""
    for path in addresses(hostile):
        answer = hostile.get(path)
        assert answer.status_code == 200, path
        assert "<script>alert" not in answer.text, path
        assert not re.search(r"<img\b", answer.text), path
        assert "<h1>Injected" not in answer.text, path
        assert "javascript:alert" not in "".join(re.findall(r'href="[^"]*"', answer.text)), path
        assert "{{49}}" not in answer.text, path
        assert "\u202e" not in answer.text, path


def test_refusals_give_nothing_back_as_markup(hostile: TestClient) -> None:
    """What was asked for is told back escaped, in pages and in JSON."""
    for path in (f"/claims/{EVIL}", f"/claims?by=Nobody{EVIL}", f"/{EVIL}", f"/claims?{EVIL}=1", f"/documents/{EVIL}/originals/x"):
        answer = hostile.get(path)
        assert 400 <= answer.status_code < 500, path
        assert "<script>alert" not in answer.text, path


def test_an_archived_page_is_a_download_that_may_run_nothing(hostile: TestClient) -> None:
    """The bytes of a stranger's page come as a file to keep, of no type that a browser shows, in a sandbox."""
    given = 0
    for row in hostile.get("/documents.json").json()["documents"]:
        for original in hostile.get(f"/documents/{row['id']}.json").json()["originals"]:
            answer = hostile.get(f"/documents/{row['id']}/originals/{original['sha256']}")
            assert answer.status_code == 200
            assert answer.headers["content-disposition"].startswith("attachment")
            assert "application/octet-stream" == answer.headers["content-type"]
            assert answer.headers["content-security-policy"].startswith("sandbox")
            assert "nosniff" == answer.headers["x-content-type-options"]
            given += 1
    assert 3 == given


def test_csv_and_geojson_of_hostile_reports_stay_data(hostile: TestClient) -> None:
    """Downloads are attachments of their own type."""
    for form in ("csv", "jsonl", "geojson"):
        answer = hostile.get(f"/claims.{form}")
        assert answer.headers["content-disposition"].startswith("attachment")
        assert "html" not in answer.headers["content-type"]


def test_nothing_is_read_beside_the_static_folder(hostile: TestClient, tmp_path: Path) -> None:
    """No path leads out of the folder of our own files."""
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", f"/static/{tmp_path}"):
        assert 404 == hostile.get(path).status_code
