"""Which attributions stand, once what the corpora do not teach is put right?"""

from collections.abc import Iterator
from dataclasses import replace

from saidwho.reading.askings import without_askings
from saidwho.reading.before_colons import with_speakers_before_colons
from saidwho.reading.closings import with_closings
from saidwho.reading.digests import settle_lines
from saidwho.reading.extents import settle_extents
from saidwho.reading.going_on import with_what_goes_on
from saidwho.reading.headlines import settle_headlines
from saidwho.reading.hearers import with_tellers
from saidwho.reading.impersonal import parted_from_nobody, without_nobody
from saidwho.reading.inside_quotations import inside_quotations, quotations_around
from saidwho.reading.names import settle_names, with_whole_names
from saidwho.reading.noticing import with_noticing
from saidwho.reading.parts_of_others import with_parts_of_others
from saidwho.reading.passives import with_agents
from saidwho.reading.putting import without_deeds, without_putting
from saidwho.reading.relays import quoted_by_others, spoken_through
from saidwho.reading.said_behind import with_said_behind, with_subjects_said
from saidwho.reading.set_off import with_what_is_set_off
from saidwho.reading.sharing import with_shared_sources
from saidwho.reading.signed import with_signed_quotations
from saidwho.reading.silences import with_silences
from saidwho.reading.speech_acts import with_speech_acts
from saidwho.reading.swallowed import with_swallowed_names
from saidwho.reading.transcripts import settle_transcript
from saidwho.reading.turns import settle_turns
from saidwho.reading.venues import without_venue
from saidwho.reading.which_said import with_shown
from saidwho.types.document import Span
from saidwho.types.reading import Reading


def settle_attributions(text: str, reading: Reading) -> Reading:
    """Put names and attributions right by rule.

    Names get their ends and kinds, and sources that begin inside of one begin with it; then relays ("X quoted Y as saying"), headlines,
    transcripts, signed quotations, speakers before colons, names that end what is said, venues in cues, who tells another, where somebody
    else begins to speak, where what is said begins and ends, what is set off behind "said:", what says nothing, who says what has no
    source or is another's, who gives no answer, who says what a picture shows, who counted or saw what is told, who tells what others are
    told ("was told by the mayor"), and who is nobody ("it is believed").
    """
    names = settle_names(text, reading.names, reading.tokens)
    found = with_whole_names(reading.attributions, names)
    found = tuple(spoken_through(text, attribution) for attribution in found)
    found = quoted_by_others(text, found)
    quoted, sentences = found, tuple(_sentences(reading))
    found = inside_quotations(text, found, sentences)
    around = quotations_around(text, quoted, found)
    found = settle_transcript(text, settle_headlines(text, found, names=names))
    found = settle_lines(text, found, reading.tokens, names=names)
    found = with_signed_quotations(text, found, reading.tokens, mentions=(*names, *reading.mentions))
    found = with_speakers_before_colons(text, found, reading.tokens, names=names)
    found = with_swallowed_names(text, found, reading.tokens, names=names)
    found = tuple(without_venue(text, attribution) for attribution in found)
    found = with_tellers(text, found, reading.tokens)
    found = without_deeds(text, without_putting(text, without_askings(text, settle_turns(text, found, reading.tokens))))
    found = with_noticing(text, with_closings(text, found, reading.tokens, sentences), reading)
    found = with_shared_sources(text, settle_extents(text, found), reading.tokens)
    found = with_parts_of_others(text, found, reading.tokens)
    found = with_silences(text, found, reading.tokens)
    found = with_shown(text, with_said_behind(text, with_subjects_said(text, found), reading.tokens))
    found = with_speech_acts(text, with_agents(text, found, reading.tokens), reading.tokens)
    found = with_what_is_set_off(text, with_what_goes_on(text, found, reading.tokens))
    found = tuple(without_nobody(text, part) for one in found for part in parted_from_nobody(text, one))
    return replace(reading, names=names, attributions=(*found, *around))


def _sentences(reading: Reading) -> Iterator[Span]:
    for first, past in reading.sentences:
        if first < past:
            yield Span(start=reading.tokens[first].span.start, end=reading.tokens[past - 1].span.end)
