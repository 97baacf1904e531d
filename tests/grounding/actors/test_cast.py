"""The actors of one text while they are being worked out."""

from saidwho.grounding.actors.cast import Cast
from saidwho.grounding.actors.markables import Markable
from saidwho.types.document import Span


def test_who_gave_his_only_words_away_is_called_by_no_noun() -> None:
    """ "A spokesman, who gave his name as Ada Vale": the noun is hers from then on."""
    cast = Cast()
    role, named = cast.new(kind="person"), cast.new(kind="person")
    noun = Markable(
        span=Span(start=0, end=11), first=0, past=2, head=1, shape="nominal", kind="person", gender=None, many=False,
        words=("a", "spokesman"), lemma="spokesperson",
    )  # fmt: skip
    cast.put(noun, role)
    cast.move(noun, role, named)
    assert ([], set(), {"spokesperson"}) == (role.markables, role.lemmas, named.lemmas)
