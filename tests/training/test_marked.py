"""Reports that are marked for training, and what they teach."""

import numpy as np
import pytest

from saidwho.reading.labels import ACTS, EVENTS, ROLES, TOLD, span_tags
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from training.marked import MarkError, read_marked
from training.war_reports import label, redraw

HEAD = "# outlet: Harbour Post\n# published: 2021-03-04\n"


def one(body):
    return next(iter(read_marked(HEAD + body, "a.txt")))


def tags_of(report, part):
    labelled = label(report)
    names = span_tags(ROLES) if part == "roles" else TOLD[part]
    numbers = labelled.roles if part == "roles" else labelled.told[part]
    return {word: names[number] for word, number in zip(labelled.words.strings, numbers, strict=True) if number >= 0}


def test_the_text_of_a_report_is_its_words_without_the_marks():
    report = one("[s1 The army] [c1=deny denied] [t1 [d1=occurrence that [p=ASSAULT [a it] fired]]].")
    assert report.text == "The army denied that it fired."
    assert [(mark.kind, report.text[mark.start : mark.end]) for mark in report.marks] == [
        ("source", "The army"),
        ("cue", "denied"),
        ("content", "that it fired"),
        ("denied", "that it fired"),
        ("proposition", "it fired"),
        ("doer", "it"),
    ]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("[t1=assert It fired", "is not closed"),
        ("It fired]", "closes nothing"),
        ("[x1 It] fired", "no mark 'x'"),
        ("[c1=shout said] [t1 it]", "no value of cue"),
        ("[p=WAR it fired]", "no PLOVER type"),
        ("[s1 The army] [c1=assert said] so.", "has no content"),
        ("[s1 The army] said [t1 it].", "needs one act"),
        ("[o1 One\nTwo] three", "runs over the end"),
    ],
)
def test_a_fault_is_named_with_its_place(body, fault):
    with pytest.raises(MarkError, match=rf"a\.txt 1.*{fault}"):
        one(body)


def test_what_stands_inside_a_content_is_no_attribution_of_its_own_but_has_its_own_act():
    """PolNeAR marks the outer attribution alone; the rules for nesting find the inner one."""
    report = one("[s1 Osk] [c1=assert said] [t1 that [s2 officials] [c2=deny denied] [t2 it]].")
    roles, acts = tags_of(report, "roles"), tags_of(report, "acts")
    assert {"officials": "I-content", "denied": "I-content"} == {word: roles[word] for word in ("officials", "denied")}
    assert ("assert", "deny", "deny") == (acts["said"], acts["denied"], acts["it"])


def test_a_refusal_is_divided_as_polnear_divides_it():
    report = one("[s1 The army] [c1=decline [t1 declined to comment]].")
    roles = tags_of(report, "roles")
    assert {"declined": "S-cue", "to": "B-content", "comment": "E-content"} == {w: roles[w] for w in ("declined", "to", "comment")}


def test_a_quotation_holds_its_marks_as_in_polnear():
    report = one("“[t1 We won],” [c1=assert said] [s1 Osk]. “[t1 It is over.]”")
    roles = tags_of(report, "roles")
    assert {"“": "B-content", "”": "E-content", ",": "I-content", ".": "I-content"} == {w: roles[w] for w in "“”,."}


def test_words_outside_of_propositions_teach_no_event():
    report = one("[o1 [p=ASSAULT/no [a Nobody] fired] on the town]. It rained.")
    labelled = label(report)
    events = labelled.told["events"]
    assert [EVENTS.index("ASSAULT")] * 2 == events[:2].tolist()
    assert (events[2:] < 0).all()
    assert {"negated"} == set(tags_of(report, "polarities").values())
    assert np.array_equal(labelled.told["acts"] >= 0, np.array([True] * 5 + [False] * 4))
    assert ACTS.index("assert") == labelled.told["acts"][0]


def drawn(body, *, source, cue, content):
    """The marks of a report, redrawn by what a reader found in it; the latter in words."""
    report = one(body)
    text = report.text
    source, cue, content = (Span(start=text.index(words), end=text.index(words) + len(words)) for words in (source, cue, content))
    marks = redraw(report.marks, [Attribution(source=(source,), cue=(cue,), content=(content,), score=1.0)])
    return {mark.kind: text[mark.start : mark.end] for mark in marks if mark.kind in ROLES}


def test_a_marked_span_takes_the_borders_that_polnear_would_draw():
    body = "[s1 The mayor, Ada Vale], [c1=assert said]: [t1 the bridge had gone]."
    found = drawn(body, source="The mayor, Ada Vale,", cue="said:", content="the bridge had gone")
    assert found == {"source": "The mayor, Ada Vale,", "cue": "said:", "content": "the bridge had gone"}


def test_a_span_that_is_another_one_stays_as_marked():
    body = "[s1 The mayor] [c1=assert said] [t1 the bridge had gone and nobody was hurt]."
    found = drawn(body, source="The mayor", cue="said", content="the bridge")
    assert found["content"] == "the bridge had gone and nobody was hurt"


def test_no_border_is_drawn_into_another_mark():
    body = "[s1 The mayor] [c1=assert said] [t1 the bridge had gone]."
    assert drawn(body, source="The mayor", cue="said the", content="the bridge had gone")["cue"] == "said"
