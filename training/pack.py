"""Pack all that training on an accelerator needs into one folder: documents, the base encoder, and what dev is scored by."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

from saidwho.reading.pieces import PieceTable
from saidwho.reading.reader import COSTS
from saidwho.reading.reader import Reader as ReleasedReader
from training.base import base_folder, load_base
from training.corpora import Labelled, polnear, training_corpora, unlabelled
from training.examples import prepare
from training.marked import REPORTS
from training.network import Dropout, Encoder
from training.packed import save_documents
from training.recover import recover_state
from training.rows import write_rows
from training.war_reports import war_reports

UNITS = "units.jsonl.gz"


def pack(data: Path, folder: Path, *, drawn: Path | None = None, start: Path | None = None) -> list[Path]:
    """Write the folder. Returns its files.

    data: the corpora. drawn: weights that learned PolNeAR alone, by whose habits the borders of marked spans are drawn; as marked where
    None. Cues are trimmed as statements have them, see corpora.polnear. start: the reader.onnx that students go on from.
    """
    folder.mkdir(parents=True, exist_ok=True)
    table = PieceTable((base_folder() / "tokenizer.json").read_bytes())
    borders = ReleasedReader(drawn) if drawn is not None else None
    documents = [*training_corpora(data, trim_cues=True), *war_reports(drawn=borders), *unlabelled(data)]
    save_documents(folder / "documents.npz", [prepare(document, table) for document in documents])
    development = [_bare(article) for article in polnear(data / "polnear/dev.jsonl")]
    save_documents(folder / "development.npz", [prepare(article, table) for article in development])
    save_documents(folder / "reports.npz", [prepare(report, table) for report in war_reports(REPORTS / "dev")])
    (folder / UNITS).write_bytes(gzip.compress((data / "cofenet_polnear/dev_units.jsonl").read_bytes(), mtime=0))
    encoder = Encoder(Dropout(0.0))
    load_base(encoder, base_folder() / "model.safetensors")
    state = {name: value for name, value in encoder.state_dict().items() if not name.startswith("features.")}
    write_rows(state, folder / "base.npz")
    if start is not None:
        write_rows(recover_state(start), folder / "start.npz")
    facts = {"start": table.start, "end": table.end, "mask": table.mask, "costs": COSTS, "redrawn": drawn is not None}
    (folder / "facts.json").write_text(json.dumps(facts), encoding="utf-8")
    return sorted(folder.iterdir())


def _bare(article: Labelled) -> Labelled:
    """An article without its labels: it is read, never learned."""
    return replace(article, roles=None, links=())
