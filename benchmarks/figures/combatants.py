"""Do the words for the victims say that they fought?"""

from saidwho.text.tables import word_set
from saidwho.types.grounding import Figure

_COMBATANTS = word_set(
    """
    soldier soldiers troops fighter fighters militant militants rebel rebels terrorist terrorists gunman gunmen officer officers
    insurgents jihadists jihadist extremists forces servicemen policemen guards commanders commander combatants militiamen
    mercenaries personnel conscripts recruits
    """
)
_CIVILIANS = word_set(
    """
    civilian civilians child children woman women residents villagers journalists journalist students medics doctors nurses workers
    families girls boys citizens protesters worshippers passengers patients infants
    """
)


def side_of(figure: Figure) -> str | None:
    """Combatants, civilians, or None where the victims' words do not say."""
    words = (figure.victims or "").lower().split()
    if any(word in _COMBATANTS for word in words):
        return "combatants"
    return "civilians" if any(word in _CIVILIANS for word in words) else None
