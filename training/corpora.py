"""What do the corpora say, in the reader's own words and tags?

Every corpus becomes the same record: words over a text, and per head an array of labels, or None where the
corpus is silent. A label of IGNORE inside an array is not trained on.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saidwho.reading.labels import MENTIONS, NAMES, RELATIONS, ROLES, UPOS, span_tags
from saidwho.reading.venues import cue_end
from saidwho.text.words import Words, split_words

IGNORE = -100
Labels = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A span of a source or content, and its cue; all as first word and word just past the last."""

    role: str
    child: tuple[int, int]
    cue: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Labelled:
    """One document of a corpus. heads: the number of each word's head in the document, a root's own number."""

    key: str
    words: Words
    roles: Labels | None = None
    links: tuple[Link, ...] = field(default=())
    names: Labels | None = None
    mentions: Labels | None = None
    upos: Labels | None = None
    heads: Labels | None = None
    relations: Labels | None = None
    ends: Labels | None = None
    told: dict[str, Labels] | None = None  # of each part of labels.TOLD
    soft_roles: NDArray[np.float16] | None = None  # (words, tags), what a trained reader scored


def read_lines(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def tag_spans(size: int, spans: list[tuple[int, int, str]], types: tuple[str, ...]) -> Labels:
    """Code spans of words as tags. Shorter spans are laid over longer ones; what is cut is coded as pieces."""
    owner = np.full(size, -1)
    ordered = sorted(spans, key=lambda s: s[0] - s[1])
    for number, (first, past, _) in enumerate(ordered):
        owner[first:past] = number
    tags = span_tags(types)
    labels = np.zeros(size, dtype=np.int64)
    cuts = [0, *(np.flatnonzero(np.diff(owner)) + 1).tolist(), size]
    for first, past in pairwise(cuts):
        if past > first and owner[first] >= 0:
            kind = ordered[owner[first]][2]
            labels[first:past] = tags.index(f"I-{kind}")
            labels[first] = tags.index(f"B-{kind}")
            labels[past - 1] = tags.index(f"E-{kind}")
            if past - first == 1:
                labels[first] = tags.index(f"S-{kind}")
    return labels


def polnear(path: Path, *, trim_cues: bool = False) -> Iterator[Labelled]:
    """PolNeAR: attributions. Where several annotators read an article, the first one listed is used.

    trim_cues: leave the venue out of cues such as "said in a statement", as statements do.
    """
    for article in read_lines(path):
        words = split_words(article["text"])
        spans: list[tuple[int, int, str]] = []
        links = []
        for attribution in article["attributions"]:
            cues = [(b, b + cue_end(article["text"][b:e]) if trim_cues else e) for b, e in attribution["cue"]]
            found = {role: [words.touched_by(b, e) for b, e in (cues if role == "cue" else attribution[role])] for role in ROLES}
            spans += [(first, past, role) for role in ROLES for first, past in found[role] if past > first]
            links += [
                Link(role=role, child=child, cue=cue) for role in ("source", "content") for child in found[role] for cue in found["cue"][:1]
            ]
        yield Labelled(key=article["id"], words=words, roles=tag_spans(len(words), spans, ROLES), links=tuple(links))


def re3d(path: Path) -> Iterator[Labelled]:
    """re3d: mentions of the war in Syria and Iraq; sure and outermost ones; documents marked nc are left out."""
    for document in read_lines(path):
        if document["nc"]:
            continue
        words = split_words(document["text"])
        sure = [e for e in document["entities"] if e["confidence"] >= 0.5 and e["type"] in MENTIONS]
        outer = [e for e in sure if not any(_holds(o, e) for o in sure)]
        spans = [(*words.touched_by(e["begin"], e["end"]), e["type"]) for e in outer]
        yield Labelled(key=document["id"], words=words, mentions=tag_spans(len(words), spans, MENTIONS))


def _holds(outer: dict, inner: dict) -> bool:
    return (
        outer["begin"] <= inner["begin"]
        and outer["end"] >= inner["end"]
        and (outer["begin"], outer["end"]) != (inner["begin"], inner["end"])
    )


_IO_TYPES = {"PER": "person", "ORG": "organisation", "LOC": "location"}


def wikigold(path: Path, *, sentences: int = 12) -> Iterator[Labelled]:
    """WikiGold: names, in chunks of sentences set as one paragraph; its MISC names are not trained on."""
    lines = read_lines(path)
    for at in range(0, len(lines), sentences):
        chunk = lines[at : at + sentences]
        tokens = [t for line in chunk for t in line["tokens"]]
        tags = [t for line in chunk for t in line["tags"]]
        words = _set_tokens(tokens)
        spans, first = [], 0
        for i in range(len(tags) + 1):
            if i == len(tags) or (i and tags[i] != tags[i - 1]):
                kind = tags[first].removeprefix("I-").removeprefix("B-")
                if kind in _IO_TYPES:
                    spans.append((first, i, _IO_TYPES[kind]))
                first = i
        labels = tag_spans(len(words), spans, NAMES)
        labels[[t.endswith("MISC") for t in tags]] = IGNORE
        yield Labelled(key=chunk[0]["id"], words=words, names=labels)


_TIGHT_LEFT = re.compile(r"[.,;:!?)\]%]|''|'s|n't|'")


def _set_tokens(tokens: list[str]) -> Words:
    """Set tokens as a text, closing marks tight to the left."""
    text, starts, ends = "", [], []
    for token in tokens:
        if text and not _TIGHT_LEFT.fullmatch(token) and not text.endswith(("(", "[", "``", "$")):
            text += " "
        starts.append(len(text))
        text += token
        ends.append(len(text))
    return Words(text=text, starts=np.array(starts, dtype=np.int32), ends=np.array(ends, dtype=np.int32))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One CoNLL-U sentence. rows: its words' ten columns, without fused tokens and empty nodes."""

    key: str
    document: str
    text: str
    starts_paragraph: bool
    rows: list[list[str]]


def sentences_of(path: Path) -> Iterator[Sentence]:
    document = key = text = ""
    paragraph, rows = True, []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                document, paragraph = line.split("=")[-1].strip(), True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line.startswith("# sent_id"):
                key = line.split("=", 1)[1].strip()
            elif line.startswith("# text ="):
                text = line.split("=", 1)[1].strip()
            elif line[0].isdigit():
                row = line.rstrip("\n").split("\t")
                if row[0].isdigit():
                    rows.append(row)
            elif not line.strip() and rows:
                yield Sentence(key=key, document=document, text=text, starts_paragraph=paragraph, rows=rows)
                paragraph, rows = False, []


def treebank(path: Path, *, only: set[str] | None = None, names: dict[str, Labels] | None = None, gum: bool = False) -> Iterator[Labelled]:
    """A Universal Dependencies treebank, a document a record.

    only: the documents to read, all where None. names: name tags a sentence, where another corpus gives them.
    gum: read names from the treebank's own entities.
    """
    group: list[Sentence] = []
    for sentence in sentences_of(path):
        if group and sentence.document != group[0].document:
            yield _tree_document(group, names=names, gum=gum)
            group = []
        if only is None or sentence.document in only:
            group.append(sentence)
    if group:
        yield _tree_document(group, names=names, gum=gum)


def _tree_document(group: list[Sentence], *, names: dict[str, Labels] | None, gum: bool) -> Labelled:
    text, starts, ends = "", [], []
    upos, heads, relations, final, tags = [], [], [], [], []
    for sentence in group:
        text += "" if not text else "\n" if sentence.starts_paragraph else " "
        base, at, first = len(text), 0, len(starts)
        for row in sentence.rows:
            found = sentence.text.find(row[1], at)
            at = found if found >= 0 else at
            starts.append(base + at)
            at += len(row[1])
            ends.append(base + at)
            number, head = int(row[0]) - 1, int(row[6])
            heads.append(first + (number if head == 0 else head - 1))
            upos.append(UPOS.index(row[3]))
            relations.append(_relation(row[7]))
        final += [0] * (len(sentence.rows) - 1) + [1]
        tags.append(_name_tags(sentence, names=names, gum=gum))
        text += sentence.text
    words = Words(text=text, starts=np.array(starts, dtype=np.int32), ends=np.array(ends, dtype=np.int32))
    arrays = [np.array(x, dtype=np.int64) for x in (upos, heads, relations, final)]
    return Labelled(
        key=group[0].document, words=words, upos=arrays[0], heads=arrays[1], relations=arrays[2], ends=arrays[3], names=np.concatenate(tags)
    )


def _relation(name: str) -> int:
    return RELATIONS.index(name if name in RELATIONS else name.partition(":")[0])


def _name_tags(sentence: Sentence, *, names: dict[str, Labels] | None, gum: bool) -> Labels:
    if gum:
        return _gum_names(sentence)
    if names is not None and sentence.key in names and len(names[sentence.key]) == len(sentence.rows):
        return names[sentence.key]
    return np.full(len(sentence.rows), IGNORE, dtype=np.int64)


def uner(path: Path) -> dict[str, Labels]:
    """Universal NER over EWT: name tags a sentence."""
    found = {}
    for line in read_lines(path):
        spans = [(*e["tok"], _IO_TYPES[e["type"]]) for e in line["entities"] if e["type"] in _IO_TYPES]
        found[line["id"]] = tag_spans(len(line["tokens"]), spans, NAMES)
    return found


def _stripped(upos: list[str], first: int, past: int) -> tuple[int, int]:
    """A phrase without the article before it and the clitic or mark after it."""
    if first < past and upos[first] == "DET":
        first += 1
    while past > first and upos[past - 1] in ("PART", "PUNCT"):
        past -= 1
    return first, past


def _is_name(upos: list[str]) -> bool:
    proper = bool(upos) and upos[0] == upos[-1] == "PROPN"
    return proper and upos.count("ADP") <= 1 and all(u in ("PROPN", "ADP", "DET", "CCONJ") for u in upos)


_GUM_TYPES = {"person": "person", "organization": "organisation", "place": "location"}
_ENTITY = re.compile(r"\((\d+)-(\w+)-|(\d+)\)|\)")


def _gum_names(sentence: Sentence) -> Labels:
    """Names among GUM's entities: those made of proper nouns. Other proper nouns are not trained on.

    GUM marks whole noun phrases, named or not; only the phrases that are a bare name show what a name is.
    """
    size = len(sentence.rows)
    spans: list[tuple[int, int, str]] = []
    opened: list[tuple[str, int, str]] = []
    for i, row in enumerate(sentence.rows):
        value = re.search(r"Entity=([^|]*)", row[9])
        for match in _ENTITY.finditer(value.group(1) if value else ""):
            if match.group(1):
                opened.append((match.group(1), i, match.group(2)))
            elif opened:
                known = [n for n, o in enumerate(opened) if o[0] == match.group(3)]
                _, first, kind = opened.pop(known[-1] if known else -1)
                spans.append((first, i + 1, kind))
    labels_of = [row[3] for row in sentence.rows]
    bare = [(*_stripped(labels_of, first, past), kind) for first, past, kind in spans if kind in _GUM_TYPES]
    accepted = [(first, past, _GUM_TYPES[kind]) for first, past, kind in bare if _is_name(labels_of[first:past])]
    labels = tag_spans(size, accepted, NAMES)
    unsure = [u == "PROPN" and not label for u, label in zip(labels_of, labels, strict=True)]
    labels[unsure] = IGNORE
    return labels


_TEXTS = ("fa_kes/train.jsonl", "geovirus/all.jsonl", "giveme5w1h/news_cluster.jsonl", "giveme5w1h/all.jsonl", "tr_news/all.jsonl")
# Stories that a program wrote to the form of agency reports: nothing in them is fact, and nothing of them is marked.
_MADE_UP = "ngec_synthetic/train.jsonl"


def unlabelled(data: Path) -> Iterator[Labelled]:
    """News reports without labels, for a trained reader to label. The released second run had the first three collections."""
    for name in _TEXTS:
        for report in read_lines(data / name):
            yield Labelled(key=report["id"], words=split_words(report["text"]))
    for number, report in enumerate(read_lines(data / _MADE_UP)):
        title = f"{report['title']}\n" if _is_headline(report["title"]) else ""
        yield Labelled(key=f"made up {number}", words=split_words(title + report["text"]))


def _is_headline(title: str) -> bool:
    """Whether a title of theirs is whole: many hold a place for a country's name."""
    return bool(title) and "{" not in title


def training_corpora(data: Path, *, trim_cues: bool = False) -> list[Labelled]:
    """Every labelled document that the reader is trained on. data: the folder of the corpora."""
    licensed = {line.strip() for line in (data / "ud_english_gum/non_nc_documents.txt").read_text(encoding="utf-8").splitlines()}
    return [
        *polnear(data / "polnear/train.jsonl", trim_cues=trim_cues),
        *re3d(data / "re3d/train.jsonl"),
        *wikigold(data / "wikigold/all.jsonl"),
        *treebank(data / "ud_english_ewt/train.conllu", names=uner(data / "uner_ewt/train_draft.jsonl")),
        *treebank(data / "ud_english_gum/train.conllu", only=licensed, gum=True),
    ]
