"""The labels, and what is refused as a label."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.speakers.articles import articles_of
from benchmarks.speakers.labels import COLUMNS, load_labels
from benchmarks.speakers.measure import ARTICLES, by_article
from saidwho.types.document import Span

GOOD = "a\t0\t4\tnamed\tAda Vale\tA. Vale|Vale\tperson\t10\t18\tshort name\t\thard"


def labels_file(folder: Path, *lines: str) -> Path:
    file = folder / "labels.tsv"
    file.write_text("\n".join(["\t".join(COLUMNS), *lines]) + "\n", encoding="utf-8")
    return file


def test_a_line_becomes_a_label(tmp_path: Path) -> None:
    """Every column is kept, and other names are told apart."""
    (label,) = load_labels(labels_file(tmp_path, GOOD))
    assert ("a", Span(start=0, end=4), "named", "Ada Vale") == (label.article, label.source, label.status, label.speaker)
    assert (("A. Vale", "Vale"), "person", Span(start=10, end=18)) == (label.also, label.kind, label.mention)
    assert ("short name", None, "hard") == (label.written, label.of, label.note)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("a\t0\t4", "3 cells, expected 12"),
        (GOOD.replace("named", "certain"), "status is 'certain', expected one of: named, several, unnamed, open"),
        (GOOD.replace("\tperson\t", "\thuman\t"), "kind is 'human'"),
        (GOOD.replace("short name", "shout"), "written is 'shout'"),
        (GOOD.replace("Ada Vale", ""), "named with the speaker ''"),
        (GOOD.replace("named", "unnamed"), "unnamed with the speaker 'Ada Vale'"),
        (GOOD.replace("\tperson\t", "\t\t"), "named with the kind ''"),
        (GOOD.replace("\t0\t4", "\t4\t4"), "'4' to '4' is no stretch of text"),
        (GOOD.replace("\t0\t4", "\t-1\t4"), "'-1' to '4' is no stretch of text"),
        (GOOD.replace("\t10\t18", "\t10\t"), "'10' to '' is no stretch of text"),
    ],
)
def test_a_bad_line_is_named_with_its_number(tmp_path: Path, line: str, fault: str) -> None:
    """What is wrong, and where, is said; nothing is half loaded."""
    with pytest.raises(ValueError, match=rf"labels\.tsv:3: .*{fault}"):
        load_labels(labels_file(tmp_path, GOOD, line))


def test_a_source_has_one_label(tmp_path: Path) -> None:
    """A second label for the same source is refused."""
    with pytest.raises(ValueError, match=r"labels\.tsv:3: this source has a label already"):
        load_labels(labels_file(tmp_path, GOOD, GOOD))


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    """Columns in another order would be read as each other."""
    file = tmp_path / "labels.tsv"
    file.write_text(GOOD + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"labels\.tsv:1: expected the columns article, start"):
        load_labels(file)


def test_at_least_300_sources_are_labelled() -> None:
    """The benchmark is as large as it says, and most of its sources can be resolved."""
    statuses = Counter(label.status for label in load_labels())
    assert {"named": 362, "several": 25, "unnamed": 90, "open": 17} == statuses


def test_a_speaker_has_one_name_and_kind_within_an_article() -> None:
    """Labels of one speaker agree, so that the same actor is right for all of them."""
    kept = {(label.article, label.speaker): (label.kind, label.also, label.mention) for label in load_labels() if label.status == "named"}
    assert [] == [
        label
        for label in load_labels()
        if label.status == "named" and kept[label.article, label.speaker] != (label.kind, label.also, label.mention)
    ]


@pytest.mark.corpora
def test_every_source_of_a_labelled_article_has_a_label(corpora: Path) -> None:
    """Labels stand on sources of the corpus, and on all of them but the one that RULES.md leaves out."""
    labels = by_article(load_labels())
    for key, article in articles_of(corpora / ARTICLES, labels).items():
        pieces = [a.source for a in article.attributions if a.source]
        sources = {Span(start=source[0].start, end=source[-1].end) for source in pieces}
        labelled = {label.source for label in labels[key]}
        assert labelled <= sources
        assert ["said"] * (key.startswith("huff-post_2016-09-27")) == [span.of(article.document.text) for span in sources - labelled]


@pytest.mark.corpora
def test_mentions_are_names_in_the_text(corpora: Path) -> None:
    """The fullest mention begins and ends with a word, and shares a word with a name of the speaker."""
    for key, article in articles_of(corpora / ARTICLES, by_article(load_labels())).items():
        for label in load_labels():
            if label.article == key and label.mention:
                words = label.mention.of(article.document.text)
                assert words == words.strip()
                names = " ".join([label.speaker or "", *label.also]).casefold()
                assert any(word.casefold() in names for word in words.split()) or "American" == words
