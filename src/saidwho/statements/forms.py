"""In whose words is something said: the speaker's, quoted, or the outlet's?

Words are the speaker's where they stand between quotation marks that do not hold the cue as well: in

    "They told us that the bridge was gone," she said.

the whole is quoted from her, and what "they told us" is not quoted from them.
"""

from dataclasses import dataclass

from saidwho.text.posts import is_account
from saidwho.text.quotations import QUOTES, quotation_states
from saidwho.text.words import Words, split_words
from saidwho.types.document import Span
from saidwho.types.statement import Form

_OPENING = QUOTES.index("opening")
_CLOSING = QUOTES.index("closing")
_SINGLE = frozenset({"'", "‘", "’"})
_UNQUOTED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotations:
    """The quotations of one text, numbered from 1.

    doubles, singles: one number a word, of the quotation in double or single marks it stands in; 0 is none.
    """

    words: Words
    doubles: tuple[int, ...]
    singles: tuple[int, ...]

    def form_of(self, content: tuple[Span, ...], *, cue: tuple[Span, ...]) -> Form:
        """Say how content is given. Punctuation does not count, be it in the marks or not."""
        leads = "".join(self.words.strings[i] for span in cue for i in range(*self.words.touched_by(span.start, span.end)))
        if is_account(leads):
            return "direct"  # All of a post is in its owner's words.
        around = self._around(self._positions(cue))
        quoted = {not self._around([i]) <= around for i in self._positions(content)}
        # A colon alone leads to what is said after the names in a transcript: these are the speaker's words. Behind it, in a headline
        # ("Raid kills 12: army"), they are not.
        leads_on = leads == ":" and content[-1].end > cue[0].start
        if quoted == {True} or (quoted == {False} and leads_on):
            return "direct"
        return "mixed" if True in quoted else "indirect"

    def _positions(self, spans: tuple[Span, ...]) -> list[int]:
        """The words of the spans that are more than punctuation."""
        touched = [i for span in spans for i in range(*self.words.touched_by(span.start, span.end))]
        return [i for i in touched if any(map(str.isalnum, self.words.strings[i]))]

    def _around(self, positions: list[int]) -> set[int]:
        """The quotations that these words stand in."""
        return {number for i in positions for number in (self.doubles[i], self.singles[i])} - {_UNQUOTED}


def find_quotations(text: str) -> Quotations:
    """Find the quotations of a text, in time linear in its length.

    A quotation ends where its line does: agencies leave all paragraphs of a long quotation open but the last, and
    open each anew.
    """
    words = split_words(text)
    states = quotation_states(words)
    doubles: list[int] = []
    singles: list[int] = []
    double = single = _UNQUOTED
    line = -1
    for number, (word, state, own_line) in enumerate(zip(words.strings, states, words.lines.tolist(), strict=True), start=1):
        if own_line != line:
            line, double, single = own_line, _UNQUOTED, _UNQUOTED
        # The number of the word that opens a quotation is as good a number for it as any.
        if state == _OPENING and word in _SINGLE:
            single = number
        elif state == _OPENING:
            double = number
        elif state == _CLOSING and word in _SINGLE:
            single = _UNQUOTED
        elif state == _CLOSING:
            double = _UNQUOTED
        doubles.append(double)
        singles.append(single)
    return Quotations(words=words, doubles=tuple(doubles), singles=tuple(singles))
