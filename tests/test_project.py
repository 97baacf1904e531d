"""What the project promises of itself: its version, its commands, its pages."""

import html
import importlib.metadata
import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from docs.generate import PAGES, Command, commands
from saidwho.intake.codes import MEANINGS

PROJECT = Path(__file__).resolve().parents[1]

# Put together from pieces, so that this file does not hold what it looks for.
REGISTRIES = re.compile("|".join([r"pypi\.(?:org|io)", r"files\.python" + "hosted", r"registry\.np" + "mjs", r"huggingface\.co" + "/"]))
MACHINE_PATHS = re.compile(r"(?<![\w.~-])/(?:work|farm|root|home|Users|opt)/")


def project_version() -> str:
    return str(tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def project_files() -> list[Path]:
    """The files of the project: tracked, or new and not ignored."""
    listing = ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    done = subprocess.run(listing, cwd=PROJECT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("this copy of the project is not a git checkout, so nobody knows which files belong to it")
    return [PROJECT / name for name in done.stdout.split("\0") if name and (PROJECT / name).is_file()]


def project_texts() -> list[tuple[Path, str]]:
    """Those of the files that are text."""
    texts = []
    for path in project_files():
        raw = path.read_bytes()
        if b"\0" not in raw[:8192]:
            texts.append((path, raw.decode("utf-8", "replace")))
    return texts


def test_the_installed_version_is_the_project_s() -> None:
    """What pip says is what pyproject.toml says."""
    assert importlib.metadata.version("saidwho") == project_version()


def test_the_changelog_has_this_version() -> None:
    """Nobody releases a version without telling what is new in it."""
    assert f"## {project_version()}" in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_changelog_fragments_have_a_known_heading() -> None:
    """A fragment is named by issue and heading, as changelog.d/README.md says."""
    names = [path.name for path in (PROJECT / "changelog.d").iterdir() if path.name != "README.md"]
    assert [name for name in names if not re.fullmatch(r"\d+\.(added|changed|fixed|scores|removed)\.md", name)] == []


@pytest.mark.parametrize(("name", "command"), commands(), ids=[name for name, _ in commands()])
def test_every_command_has_an_example(name: str, command: Command) -> None:
    """Its help shows a call that one can type."""
    assert re.search(r"Examples?: .*\bsaidwho\b", command.help or ""), f"{name} --help shows no example"


@pytest.mark.parametrize(("page", "write"), PAGES.items(), ids=list(PAGES))
def test_reference_pages_are_up_to_date(page: str, write) -> None:
    """A reference page is what the program says of itself; `make docs` writes it."""
    assert write() == (PROJECT / page).read_text(encoding="utf-8")


def test_every_error_code_is_explained() -> None:
    """The page on errors has a row for each code, with the meaning that the program gives it, and no other."""
    page = (PROJECT / "docs" / "reference" / "errors.md").read_text(encoding="utf-8")
    assert dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", page, re.MULTILINE)) == MEANINGS


def test_readme_commands_are_recipes() -> None:
    """Every `make` line of the README and the guides is a recipe of the Makefile."""
    recipes = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    pages = [PROJECT / "README.md", *(PROJECT / "docs").rglob("*.md")]
    called = {word for page in pages for word in re.findall(r"^    make (\w+)", page.read_text(encoding="utf-8"), re.MULTILINE)}
    assert {"demo", "test"} <= called
    assert called <= recipes


def documented_calls() -> list[tuple[str, str]]:
    """Each call of the program that a page shows, with the page: in lines of code, in code within a line, and behind "$"."""
    called = set()
    for page in (PROJECT / "README.md", *(PROJECT / "docs").rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        blocks = "\n".join(re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
        code = [*re.findall(r"^(?: {4})(.*)$", text, re.MULTILINE), *blocks.split("\n"), *re.findall(r"`([^`\n]+)`", text)]
        for line in code:
            call = re.match(r"(?:\$ )?(?:\.venv/bin/)?(saidwho [^|#&;]*)", line)
            if call:
                called.add((str(page.relative_to(PROJECT)), call[1].strip()))
    return sorted(called)


@pytest.mark.parametrize(("page", "call"), documented_calls())
def test_documented_calls_can_be_typed(page: str, call: str) -> None:
    """Every command that a page shows is one, and takes the options that stand there."""
    known = dict(commands())
    words = call.split()
    length = max(n for n in range(1, len(words) + 1) if " ".join(words[:n]) in known)
    command, rest = known[" ".join(words[:length])], words[length:]
    assert getattr(command, "commands", None) is None or rest[:1] == ["--help"] or not rest, f"{page}: {call}: no such command"
    options = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    assert {word.partition("=")[0] for word in rest if re.match(r"--\w", word)} <= options


def test_links_between_pages_lead_somewhere() -> None:
    """Every relative link of a page names a file that is there."""
    broken = []
    for path, text in project_texts():
        if path.suffix == ".md":
            links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
            broken += [f"{path.relative_to(PROJECT)}: {link}" for link in links if not (path.parent / link).exists()]
    assert broken == []


def test_the_index_names_every_page() -> None:
    """A page of docs/ that docs/README.md does not link to is read by nobody."""
    index = (PROJECT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = [str(path.relative_to(PROJECT / "docs")) for path in (PROJECT / "docs").glob("*/*.md")]
    assert [page for page in pages if f"({page})" not in index] == []


def test_examples_are_all_explained() -> None:
    """examples/README.md names every report of the folder."""
    page = (PROJECT / "examples" / "README.md").read_text(encoding="utf-8")
    names = [path.name for path in (PROJECT / "examples").iterdir() if path.name != "README.md"]
    assert [name for name in names if f"`{name}`" not in page] == []


def test_example_documents_are_well_formed() -> None:
    """Every line of the JSON Lines examples is an object with text."""
    lines = (PROJECT / "examples" / "hospital-three-outlets.jsonl").read_text(encoding="utf-8").splitlines()
    assert [bool(json.loads(line)["text"]) for line in lines] == [True, True, True]


def test_the_briefing_has_eight_reports_and_its_pages_say_the_same() -> None:
    """The pages among the examples hold every paragraph of the report that has their name."""
    folder = PROJECT / "examples" / "briefing"
    reports = [json.loads(line) for line in (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({report["id"] for report in reports}) == 8
    pages = {path.stem: html.unescape(path.read_text(encoding="utf-8")) for path in (folder / "pages").iterdir()}
    assert len(pages) == 2
    for report in reports:
        page = pages.get(report["id"], report["text"])
        assert [paragraph for paragraph in report["text"].split("\n") if paragraph not in page] == []


@pytest.mark.parametrize("forbidden", [REGISTRIES, MACHINE_PATHS], ids=["package registries", "paths of one machine"])
def test_no_file_names(forbidden: re.Pattern[str]) -> None:
    """The project works wherever it is cloned and wherever its packages come from."""
    found = [f"{path.relative_to(PROJECT)}: {words}" for path, text in project_texts() for words in forbidden.findall(text)]
    assert found == []


def test_test_modules_have_names_of_their_own() -> None:
    """Folders of tests are no packages, so two modules of one name cannot be collected in one run."""
    names = [path.name for path in (PROJECT / "tests").rglob("test_*.py")]
    assert sorted(name for name in set(names) if names.count(name) > 1) == []
