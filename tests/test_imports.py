"""Imports point one way: types, then stages, then the pipeline, then the doors."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
SOURCES = PROJECT / "src"

# Each layer may import itself and the layers above it. Names are modules or folders of saidwho.
FOUNDATION = ("errors", "types", "text")
STAGES = ("intake", "reading", "grounding", "statements", "linking", "record")
DOORS = ("export", "api", "web", "cli", "__main__")
LAYERS = (*FOUNDATION, *STAGES, "pipeline", "batch", *DOORS)

# The core install has none of these, so importing the package must not need them.
HEAVY = ("torch", "onnx", "onnxruntime", "ray", "sqlalchemy", "psycopg", "trafilatura", "lingua", "tokenizers")
# saidwho reads what it is given: only the fetching of pages that a user names, the time stamp of a server that a user
# configures, and the server of the doors open a connection.
CONNECTED = ("saidwho.intake.fetching", "saidwho.record.log.stamps", "saidwho.web", "saidwho.api", "saidwho.cli.serve")
NETWORK = ("urllib.request", "http.client", "requests", "httpx", "aiohttp", "urllib3", "socket", "ftplib")
PICKLES = ("pickle", "cPickle", "dill", "joblib", "shelve", "marshal", "torch")
OUTSIDE = ("training", "benchmarks", "tests")


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One import of one module of the package. Both names are dotted; where points people to the line."""

    module: str
    imported: str
    where: str


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCES).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path: Path) -> Iterator[Import]:
    """Every import of a file, those inside functions and type checks among them."""
    module = module_name(path)
    package = module if path.stem == "__init__" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        where = f"{path.relative_to(PROJECT)}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(module=module, imported=alias.name, where=where)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            # "from saidwho import errors" names a module, "from saidwho.errors import X" names a value: keep both.
            for alias in node.names:
                yield Import(module=module, imported=f"{base}.{alias.name}", where=where)


FILES = sorted(SOURCES.rglob("*.py"))
IMPORTS = [found for path in FILES for found in imports_of(path)]
OURS = [found for found in IMPORTS if found.imported.startswith("saidwho.")]


def layer(module: str) -> str | None:
    """The layer a dotted name of ours belongs to; None for the package itself."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else None


def is_module(imported: str, names: tuple[str, ...]) -> bool:
    return any(imported == name or imported.startswith(f"{name}.") for name in names)


def test_every_folder_has_its_place() -> None:
    """A folder or module that the order does not name would escape the rules below."""
    names = {layer(module_name(path)) for path in FILES} - {None}
    assert names - set(LAYERS) == set()


def test_nothing_imports_a_later_layer() -> None:
    """What comes first in the way of the data knows nothing of what comes later."""
    known = {name: number for number, name in enumerate(LAYERS)}
    wrong = [
        f"{found.where}: {found.module} imports {found.imported}"
        for found in OURS
        if known[layer(found.module) or LAYERS[0]] < known[layer(found.imported) or LAYERS[0]]
    ]
    assert wrong == []


def test_stages_meet_only_in_the_pipeline() -> None:
    """A stage imports no other stage: what two of them need is a type, or belongs to text/."""
    wrong = [
        f"{found.where}: {found.module} imports {found.imported}"
        for found in OURS
        if layer(found.module) in STAGES and layer(found.imported) in STAGES and layer(found.module) != layer(found.imported)
    ]
    assert wrong == []


def test_the_package_file_imports_nothing() -> None:
    """The package file itself imports nothing: importing saidwho is free."""
    assert [found for found in IMPORTS if found.module == "saidwho"] == []


@pytest.mark.parametrize("forbidden", [NETWORK, PICKLES, OUTSIDE], ids=["network", "pickles", "training and benchmarks"])
def test_the_package_imports_none_of(forbidden: tuple[str, ...]) -> None:
    """No connection is opened but where CONNECTED says, no pickle is loaded, and nothing outside src is leaned on."""
    allowed = CONNECTED if forbidden is NETWORK else ()
    found = [found for found in IMPORTS if is_module(found.imported, forbidden) and not is_module(found.module, allowed)]
    assert [f"{one.where}: {one.imported}" for one in found] == []


def test_no_module_is_named_utils() -> None:
    """A helper stands beside its only user, or in a module named for what it does."""
    assert [path.name for path in FILES if path.stem in ("utils", "util", "helpers", "common", "misc")] == []


def test_importing_the_package_loads_nothing_heavy() -> None:
    """`import saidwho` needs no model runtime, no database driver and no cluster."""
    check = f"import saidwho, sys; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    assert _run(check) == ""


def test_importing_every_module_needs_no_training_package() -> None:
    """All of src together never loads torch, onnx, ray or a database driver."""
    modules = [module_name(path) for path in FILES if path.stem != "__main__"]
    heavy = ("torch", "onnx", "ray", "psycopg", "pyarrow")
    check = f"import importlib, sys; [importlib.import_module(m) for m in {modules!r}]; print(*sorted(set({heavy!r}) & set(sys.modules)))"
    assert _run(check) == ""


def _run(code: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
