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

# Written for this test: lines of live blogs and tickers, captions.
LINES = """
Explosions in Torno, mayor Oleh Sava says.
Torno: air raid sirens sound again
Two killed in Vrana, one missing
Vessel hit southwest of Qasra
Helicopter with Azimi aboard found, no survivors
Junta expels French ambassador
A rescuer at a damaged school in Vrana, 12 March.
Velikov replaced by Dobrov
RUSSIAN MISSILE HITS VRANA PORT
Refinery ablaze in Torno
M71 enters Kisaro, residents flee
Update: 17 dead, 53 wounded
#Torno: #Osa drones overnight
""".strip().splitlines()

# Words and statistics leave these open; names that no word explains, and words that English shares.
OPEN = ["Ukraine war live", "Drone over Torno", "via Telegram, Oleh Sava", "Air raid alert over", "Photo: Oleh Sava/Agence Torno"]

# Short, with names that English news write too.
SHORT_OTHERS = """
Tre sårede i Torno
Torno rammes av droner
Luftlarm över Torno
Zelensky in gesprek met Velikov
Drie gewonden in Torno
Torno: Strom wieder abgeschaltet
Minister Dobrov trifft Velikov
Explosion à Torno
Dobrov reçoit Velikov à Genève
Putin: no habrá tregua
Ataque con drones en Torno
Dos ferits a Torno
Ataque a Torno faz três mortos
Due feriti a Torno
Atac cu drone la Torno, doi morți
Dwie osoby ranne w Torno
Dva mrtví v Torno
İki ölü, üç yaralı
Dua orang tewas di Torno
Vzryvy v Torno, soobshchil mer
Udar po Torno, est pogibshie
Vybukhy u Torno, povidomyv mer
Взрывы в Торно
Вибухи в Торно
غارة على تورنو
אזעקות בתורנו
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


@pytest.mark.parametrize("line", LINES)
def test_a_short_line_is_english(line: str) -> None:
    """One or two words that English alone writes tell."""
    assert "en" == recognise_language(line)


@pytest.mark.parametrize("line", OPEN)
@pytest.mark.parametrize("is_declared_english", [True, False])
def test_what_does_not_tell_is_left_open(line: str, is_declared_english: bool) -> None:
    """It is not taken for another language because lingua finds one likelier."""
    assert recognise_language(line, is_declared_english=is_declared_english) is None


@pytest.mark.parametrize("line", SHORT_OTHERS)
@pytest.mark.parametrize("is_declared_english", [True, False])
def test_a_short_line_of_another_language_is_told(line: str, is_declared_english: bool) -> None:
    """Its words speak against English, whatever is declared."""
    assert recognise_language(line, is_declared_english=is_declared_english) not in {"en", None}


def test_a_declaration_settles_what_is_unlikely() -> None:
    """Statistics alone must be surer where somebody says that a text is English."""
    line = "Myanmar junta jets bomb Kanbalu, Sagaing"
    assert recognise_language(line, is_declared_english=True) is None
    assert recognise_language(line) not in {"en", None}


@pytest.mark.parametrize(
    "text", ["Ministeren oplyser, at tre soldater er omkommet ved byen. ", "Hij wil meer wapens, want de stad is geraakt. "]
)
def test_a_declaration_does_not_make_a_long_text_english(text: str) -> None:
    """Not even where some of its words are English words too."""
    assert recognise_language(text * 40, is_declared_english=True) not in {"en", None}


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
