"""What is known of a document before its text is frozen?"""

import re
from dataclasses import dataclass, replace

from saidwho.errors import IntakeError
from saidwho.intake.dates import EXPECTED, is_published
from saidwho.intake.language import READABLE, recognise_language
from saidwho.types.document import Document
from saidwho.types.ids import content_id, document_id

# No report comes near this; a longer text is an archive in one piece, and memory grows with the length of a text.
LONGEST = 1_000_000  # code points

_LANGUAGE_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeOptions:
    """What the user says about the documents.

    published, outlet, url: of each document that does not say better itself.
    json_lines: standard input holds JSON Lines.
    """

    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    json_lines: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document that is not checked yet, with the fields of Document.

    language: as declared.
    """

    text: str
    key: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None


def fill(draft: Draft, options: IntakeOptions) -> Draft:
    """Fill from the options what the draft does not say."""
    return replace(
        draft,
        published=draft.published or options.published,
        outlet=draft.outlet or options.outlet,
        url=draft.url or options.url,
    )


def override(draft: Draft, options: IntakeOptions) -> Draft:
    """Let the options win over what the draft says: a person knows better than a page's metadata."""
    return replace(
        draft,
        published=options.published or draft.published,
        outlet=options.outlet or draft.outlet,
        url=options.url or draft.url,
    )


def freeze(draft: Draft) -> Document:
    """Check a draft and give it its ids. Its text never changes after this.

    Raises IntakeError (too_large, published, language).
    """
    if len(draft.text) > LONGEST:
        raise IntakeError(
            f"The text has {len(draft.text):,} characters, at most {LONGEST:,} are read. Give one report a document.", code="too_large"
        )
    if draft.published is not None and not is_published(draft.published):
        raise IntakeError(f"The publication date {draft.published!r} is not understood: write {EXPECTED}.", code="published")
    language = _language(draft)
    identity = document_id(key=draft.key, url=draft.url, outlet=draft.outlet, published=draft.published, text=draft.text)
    page = draft.key or draft.url
    return Document(
        id=identity,
        key=draft.key,
        work=content_id([page, draft.outlet]) if page else identity,
        outlet=draft.outlet,
        url=draft.url,
        title=draft.title,
        byline=draft.byline,
        published=draft.published,
        zone=None,
        language=language,
        text=draft.text,
    )


def _language(draft: Draft) -> str | None:
    """The language, recognised from the text; as declared where the text does not tell."""
    declared = draft.language if draft.language and _LANGUAGE_TAG.fullmatch(draft.language) else None
    said = _primary(declared) if declared else None
    language = recognise_language(draft.text, is_declared_english=said == READABLE) or said
    if language is not None and language != READABLE:
        guess = "" if language == "und" else f", most likely {language!r}"
        raise IntakeError(f"The text is not in English{guess}. Only English can be read.", code="language")
    # "en-GB" says more than "en".
    return declared if language and said == language else language


def _primary(tag: str) -> str:
    subtag = re.split("[-_]", tag, maxsplit=1)[0].lower()
    return "en" if subtag == "eng" else subtag
