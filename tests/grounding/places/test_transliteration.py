"""Ukrainian names in Latin letters."""

import pytest

from saidwho.grounding.places.transliteration import latin_of, preferred_name


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Авдіївка", "Avdiivka"),
        ("Запоріжжя", "Zaporizhzhia"),
        ("Згорани", "Zghorany"),
        ("Яготин", "Yahotyn"),
        ("Кам'янець-Подільський", "Kamianets-Podilskyi"),
        ("Бахмут", "Bakhmut"),
        ("Артёмовск", None),
        ("Bakhmut", None),
        ("", None),
    ],
)
def test_follows_the_national_system(name: str, latin: str | None) -> None:
    """As the resolution of 2010 has it; a name that is not Ukrainian gives none."""
    assert latin == latin_of(name)


@pytest.mark.parametrize(
    ("name", "others", "preferred"),
    [
        ("Avdiyivka", ["Avdeevka", "Авдеевка", "Авдіївка"], "Avdiivka"),
        ("Bakhmut", ["Артемівськ", "Бахмут"], "Bakhmut"),
        ("Kyiv", [], "Kyiv"),
    ],
)
def test_prefers_today_s_spelling(name: str, others: list[str], preferred: str) -> None:
    """GeoNames' own name stays where a Ukrainian name gives it, and gives way where only another one follows."""
    assert preferred == preferred_name(name, others)
