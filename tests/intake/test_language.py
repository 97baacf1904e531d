"""English is recognised among foreign names, and what is not English is not taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.intake.language import recognise_language

# Written for this test: short, as headlines are, and with more foreign names than English words.
HEADLINES = """
Kadyrov says Akhmat fighters left Lysychansk
Shelling kills three in Nikopol, Lysak says
Zelenskyy and Erdoğan meet in Istanbul
Hezbollah fires rockets at Kiryat Shmona
Shoigu visits troops near Svatove, ministry says
Houthi drone hits tanker off Hodeidah
Hamas denies Netanyahu claim on Rafah crossing
Gerasimov reports capture of Vuhledar
Strike on Kramatorsk hotel wounds eleven
Syrskyi: Pokrovsk under heavy attack
Prigozhin vows to leave Bakhmut by Wednesday
RSF and SAF trade blame for Khartoum market attack
Burhan rejects talks with Hemedti in Addis Ababa
Tigray leaders accuse Asmara of shelling Humera
Wagner deploys to Sévaré and Gao, Mopti residents say
Junta jets bomb Sagaing village, KNDF says
Azerbaijan says it took Lachin and Kalbajar heights
Aliyev and Pashinyan to meet in Tbilisi
M23 rebels enter Goma as Tshisekedi calls for calm
Kinshasa accuses Kigali over Rutshuru killings
Al-Shabaab claims attack on Beledweyne base
Assad forces shell Idlib, White Helmets report two dead
Kyiv, Kharkiv and Odesa hit overnight
Sarıyer consulate gunman dead, Anadolu reports
Stoltenberg warns Moscow over Zaporizhzhia
Macron hosts Abbas at the Élysée
Duda and Morawiecki in Rzeszów for Przewodów funeral
Vučić says Kosovo police seized Zvečan town hall
Kurti blames Belgrade for Banjska ambush
Taliban kill Daesh commander in Nangarhar
Maduro orders troops to Guyana border at Essequibo
ELN ceasefire holds in Catatumbo, Petro says
Qassam Brigades: 8 hostages dead in Jabalia
Nasrallah speaks as Beirut mourns
Milley, Zaluzhnyi speak by phone
Troops retake Al-Shifa
Dnipro: 4 dead
GOVERNOR LYSAK: NIKOPOL STRUCK FOUR TIMES OVERNIGHT
Prime Minister Shmyhal Says Energoatom Crews Are Safe
The Chinese foreign ministry spokesman Wang Wenbin declined to say
""".strip().splitlines()

OTHERS = [
    ("de", "Selenskyj fordert mehr Waffen von Scholz"),
    ("de", "Das Ministerium teilte am Donnerstag mit, dass zwei Soldaten getötet wurden."),
    ("fr", "Trois morts dans une frappe sur Kharkiv"),
    ("fr", "Le ministère a déclaré jeudi que quatre civils avaient été tués."),
    ("ru", "Минобороны сообщило о взятии Бахмута"),
    ("ru", "В Белгороде погибли три человека"),
    ("uk", "Зеленський зустрівся з Байденом у Вільнюсі"),
    ("uk", "Генштаб повідомив про 58 боїв"),
    ("ar", "قالت وزارة الدفاع إن ثلاثة جنود قتلوا"),
    ("ar", "حزب الله يعلن استهداف كريات شمونة"),
    ("tr", "Savunma Bakanlığı üç askerin şehit olduğunu açıkladı"),
    ("tr", "Hamas saldırıyı üstlendi"),
    ("es", "Tres muertos en un ataque ruso contra Járkov"),
    ("es", "El Ministerio de Defensa informó de dos soldados muertos"),
    ("nl", "Drie doden bij aanval op Charkov, zegt gouverneur"),
    ("pl", "Rosja zaatakowała Charków, trzy osoby nie żyją"),
    ("he", 'צה"ל תקף ברצועת עזה'),
    ("fa", "سه نفر در حمله به خارکیف کشته شدند"),
    ("zh", "乌克兰总统泽连斯基表示"),
    ("und", "ምኒስትሩ ትናንት በከተማዋ ተናገሩ"),
]


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_full_of_names_is_english(headline: str) -> None:
    """Names say where the news is from, not which language it is in."""
    assert "en" == recognise_language(headline)


@pytest.mark.parametrize(("language", "sentence"), OTHERS)
def test_another_language_is_named(language: str, sentence: str) -> None:
    """Its code is what the error tells."""
    assert language == recognise_language(sentence)


@pytest.mark.parametrize("text", ["", "\n", "1.000 – 2.000", "??", "🚢🔥", "Gallant tours Kerem Shalom", "Reuters"])
def test_too_little_to_tell_is_none(text: str) -> None:
    """Nothing is guessed from names, numbers or signs."""
    assert recognise_language(text) is None


def test_mostly_english_is_english() -> None:
    """A report that cites another language at length stays English."""
    english = "The ministry said on Monday that the bridge had been struck and that two of its soldiers were dead. "
    russian = "Министерство сообщило, что мост был поражён и что двое солдат погибли. "
    assert "en" == recognise_language(english * 12 + russian * 8)
    assert "ru" == recognise_language(english * 5 + russian * 15)


def test_a_surrogate_is_no_letter() -> None:
    """Half a character, which JSON can carry, stops nothing."""
    assert "de" == recognise_language("Der Minister teilte am Montag mit \ud800 dass niemand verletzt wurde")


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    """A code or None, whatever the text."""
    language = recognise_language(text)
    assert language is None or language.isalpha()
