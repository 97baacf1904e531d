import json
import os
import subprocess
import sys
import time

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saidwho.reading import reader as reader_module
from saidwho.reading.encoder import HEADS, WEIGHTS, Encoder
from saidwho.reading.labels import TOLD_COLUMNS
from saidwho.reading.reader import Reader
from saidwho.reading.told import SPANS
from saidwho.text.words import split_words

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def reader():
    return Reader(threads=1)


def every_span(reading):
    for attribution in reading.attributions:
        yield from (*attribution.source, *attribution.cue, *attribution.content)
    for mention in (*reading.names, *reading.mentions):
        yield mention.span


def parts(text, attribution):
    return tuple([span.of(text) for span in spans] for spans in (attribution.source, attribution.cue, attribution.content))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor said that shells hit the port.", (["The governor"], ["said"], ["that shells hit the port"])),
        ("No one died in the attack, according to the ministry.", (["the ministry"], ["according to"], ["No one died in the attack"])),
        ("“We will not leave,” Mr Orlo said.", (["Mr Orlo"], ["said"], ["“We will not leave,”"])),
        (
            "“We held,” the colonel said, “and we will hold.”",
            (["the colonel"], ["said"], ["“We held,”", "“and we will hold.”"]),
        ),
    ],
)
def test_finds_who_said_what(reader, text, expected):
    (attribution,) = reader.read(text).attributions
    assert expected == parts(text, attribution)


def test_what_nobody_is_said_to_say_is_no_attribution(reader):
    assert reader.read("Shells hit the port at dawn. Two ships sank.").attributions == ()


def test_names_people_bodies_and_places(reader):
    text = "John Kirby of the White House flew to Warsaw."
    found = {m.span.of(text): m.kind for m in reader.read(text).names}
    assert found["John Kirby"] == "person"
    assert found["Warsaw"] == "location"


def test_parses_a_sentence(reader):
    tokens = reader.read("The army denied the claim.").tokens
    assert [(t.upos, t.head, t.relation) for t in tokens] == [
        ("DET", 1, "det"),
        ("NOUN", 2, "nsubj"),
        ("VERB", 2, "root"),
        ("DET", 4, "det"),
        ("NOUN", 2, "obj"),
        ("PUNCT", 2, "punct"),
    ]


# Columns in which one label of each word was taught. Of the head for war reports these are the codings of spans: what words outside of
# a statement lean to, it was never told.
_LABELLED = {"pointers": [], "arcs": [], "told": [TOLD_COLUMNS[part] for part in SPANS]}


def test_the_released_file_agrees_with_the_network_it_was_made_from():
    """Parity: int8 on ONNX Runtime against float32 scores of the trained network."""
    reference = json.loads((WEIGHTS / "parity.json").read_text(encoding="utf-8"))
    scores = Encoder(threads=1).score(split_words(reference["text"]))
    for head in HEADS:
        ours, theirs = getattr(scores, head), np.array(reference[head])
        assert np.abs(ours - theirs).mean() < 0.1 * np.abs(theirs).mean() + 0.02, head
        for part in _LABELLED.get(head, [slice(None)]):
            assert (ours[:, part].argmax(1) == theirs[:, part].argmax(1)).mean() >= 0.95, (head, part)


def test_the_same_text_gives_the_same_reading(reader):
    text = "The governor said shells hit the port. “No,” the army said."
    assert Reader(threads=2).read(text) == reader.read(text)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=400))
def test_any_text_is_read_and_every_span_lies_inside_it(reader, text):
    reading = reader.read(text)
    for span in every_span(reading):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip() == span.of(text)
        assert "\n" not in span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        '"' * 4_000,
        "“" * 500 + "a" + "”" * 3,
        "\u200f\u202eقال المتحدث\u202c 🕊️🚀 said",
        "a\u0301\u0300 \u200b\ufeff said",
        "\ud800 said the mayor",
        "https://a.example/" + "x/" * 5_000,
    ],
    ids=["empty", "blank", "marks", "unbalanced", "right-to-left", "lone accents", "surrogate", "long address"],
)
def test_odd_texts_are_read(reader, text):
    for span in every_span(reader.read(text)):
        assert span.of(text)


def test_time_is_linear_in_the_text(reader):
    """Four times the text takes about four times as long, in one paragraph of sixty thousand characters too."""
    line = "The governor of Varnok said on Friday that shells had hit the port again. "

    def seconds(times):
        began = time.process_time()
        reader.read(line * times)
        return time.process_time() - began

    seconds(50)
    assert seconds(800) < 4 * seconds(200) * 1.6


def test_a_long_text_is_read_in_blocks_that_join(reader, monkeypatch):
    """Where blocks meet at line ends, reading by blocks finds what reading at once finds."""
    text = "The governor said that shells hit the port.\n" * 40
    at_once = reader.read(text)
    monkeypatch.setattr(reader_module, "BLOCK", 100)
    by_blocks = reader.read(text)
    assert [t.span for t in at_once.tokens] == [t.span for t in by_blocks.tokens]
    assert at_once.sentences == by_blocks.sentences
    assert [a.cue for a in at_once.attributions] == [a.cue for a in by_blocks.attributions]
    assert all(first <= t.head < past for first, past in by_blocks.sentences for t in by_blocks.tokens[first:past])


def test_reading_leaves_nothing_behind(tmp_path):
    """No store of events for the maker of a library, no cache: the home folder stays empty."""
    code = "from saidwho.reading.reader import Reader; Reader().read('The mayor said it fell.')"
    kept = {name: value for name, value in os.environ.items() if name != "ORT_DISABLE_TELEMETRY"}
    done = subprocess.run([sys.executable, "-c", code], env=kept | {"HOME": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.rglob("*")) == []
