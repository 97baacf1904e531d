"""Which tables does a record have? One set for SQLite and PostgreSQL; what differs is in dialects.

Numbers (n) are those of keys: they sort by day of publication, and a statement's begins with its document's. Ids are the
SHA-256 of content. Times are text in UTC, as clock writes them. What is kept for good is in originals, readings,
judgements, withholdings and log_entries; every other table is made from the reading that stands, and can be made anew.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    desc,
    text,
)

metadata = MetaData()

# SQLite has the number as the row's own address only where its type is spelled INTEGER.
Number = BigInteger().with_variant(Integer(), "sqlite")


def _n(name: str = "n", **options: bool) -> Column[int]:
    return Column(name, Number, autoincrement=False, **options)  # type: ignore[arg-type]


# ---- what is kept for good

# file, offset, length: where its gzip member lies, in bytes. is_lost: the file ended before it when a writer looked.
# erased: the id of the withholding that took the bytes away.
originals = Table(
    "originals",
    metadata,
    _n(primary_key=True),
    Column("digest", String, nullable=False),
    Column("target", String, nullable=False),
    Column("file", String, nullable=False),
    Column("offset", Number, nullable=False),
    Column("length", Number, nullable=False),
    Column("size", Number, nullable=False),
    Column("media_type", String),
    Column("fetched", String, nullable=False),
    Column("is_lost", Boolean, nullable=False),
    Column("erased", String),
    UniqueConstraint("digest", "target"),
    Index("originals_by_file", "file", "offset"),
)

# sha256: of the report as one line of JSON, which body holds deflated. shown: what views give instead, where somebody's
# data is withheld. One reading of a document is current; those of older readers stay.
readings = Table(
    "readings",
    metadata,
    _n(primary_key=True),
    Column("id", String, nullable=False, unique=True),
    _n("document", nullable=False),
    Column("reader", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("made", String, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("erased", String),
    Column("body", LargeBinary, nullable=False),
    Column("shown", LargeBinary),
    Index("readings_by_document", "document"),
    Index("readings_by_reader", "reader", "is_current"),
)

# kind: same, different, unsure, split, merge, correct, reject, undo. left, right: the ids judged. field, value: of correct.
judgements = Table(
    "judgements",
    metadata,
    _n(primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("left", String, nullable=False),
    Column("right", String),
    Column("field", String),
    Column("value", Text),
    Column("reviewer", String, nullable=False),
    Column("at", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("undoes", String),
    Index("judgements_by_left", "left"),
    Index("judgements_by_right", "right"),
    Index("judgements_by_undone", "undoes"),
)

# kind: document or actor. item: its id; of an actor the hash of the name. erasure: None, due (marked, the bytes may still be
# there) or done.
withholdings = Table(
    "withholdings",
    metadata,
    _n(primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("item", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", String, nullable=False),
    Column("erasure", String),
    Index("withholdings_by_item", "item"),
)

# n: from 1, without gaps. body: canonical JSON, the bytes whose hash is the leaf. item: the id of what it tells of.
log_entries = Table(
    "log_entries",
    metadata,
    _n(primary_key=True),
    Column("kind", String, nullable=False),
    Column("item", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("leaf", LargeBinary, nullable=False),
    Index("log_entries_by_item", "item"),
)

# token: the answer of a time-stamping server (RFC 3161) about the root that the log had at a size.
stamps = Table(
    "stamps",
    metadata,
    _n(primary_key=True),
    Column("size", Number, nullable=False),
    Column("root", String, nullable=False),
    Column("server", String, nullable=False),
    Column("at", String, nullable=False),
    Column("token", LargeBinary, nullable=False),
)

# What happened, in order. kind: came, revised, reread, added, changed, withdrawn, judged, withheld. item: the id of the
# document, statement, judgement or withholding. before: the id of what it replaces.
changes = Table(
    "changes",
    metadata,
    _n(primary_key=True),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("item", String, nullable=False),
    Column("document", Number),
    Column("before", String),
    Column("note", Text),
    Index("changes_by_time", "at", "n"),
    Index("changes_by_document", "document"),
)

# ---- documents

# day: of publication. outlet_key: without case. revision: from 1 within a work. is_latest: no newer revision came.
# is_withheld: in no view. taken: when it was taken in.
documents = Table(
    "documents",
    metadata,
    _n(primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("work", String, nullable=False),
    Column("key", String),
    Column("outlet", String),
    Column("outlet_key", String),
    Column("url", String),
    Column("title", Text),
    Column("byline", Text),
    Column("published", String),
    Column("day", String),
    Column("zone", String),
    Column("language", String),
    Column("characters", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("is_latest", Boolean, nullable=False),
    Column("is_withheld", Boolean, nullable=False),
    Column("taken", String, nullable=False),
    Index("documents_by_work", "work"),
    Index("documents_by_key", "key"),
    Index("documents_by_url", "url"),
    Index("documents_by_outlet", "outlet_key", desc("n")),
)

document_originals = Table(
    "document_originals",
    metadata,
    _n("document", primary_key=True),
    _n("original", primary_key=True),
    Index("document_originals_by_original", "original"),
    sqlite_with_rowid=False,
)

# ---- what a reading says, for finding

# quote, source, cue: the words. speaker: the number of its actor. stands: of the latest revision of a document.
statements = Table(
    "statements",
    metadata,
    _n(primary_key=True),
    _n("document", nullable=False),
    Column("id", String, nullable=False, index=True),
    Column("within", String),
    Column("form", String, nullable=False),
    Column("act", String),
    Column("quote", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("cue", Text, nullable=False),
    Column("speaker", Number),
    Column("speaker_name", Text),
    Column("speaker_side", String),
    Column("basis", String),
    Column("spoken", String),
    Column("first_hand", Boolean, nullable=False),
    Column("outlet", String),
    Column("outlet_key", String),
    Column("published", String),
    Column("score", Double, nullable=False),
    Column("stands", Boolean, nullable=False),
    Index("statements_by_act", "act", desc("n")),
    Index("statements_by_outlet", "outlet_key", desc("n")),
    Index("statements_by_speaker", "speaker", "stands"),
)

# position: from 0 within the statement. times: EDTF, joined by spaces.
propositions = Table(
    "propositions",
    metadata,
    _n("statement", primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, index=True),
    Column("words", Text, nullable=False),
    Column("event", String),
    Column("mode", String),
    Column("negated", Boolean, nullable=False),
    Column("modality", String),
    Column("times", Text),
    Column("aid", String),
    Index("propositions_by_event", "event", desc("statement")),
)

# key: the name without case. One row an actor, as the document that is named has it; others may know another role of his.
actors = Table(
    "actors",
    metadata,
    _n(primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("role", Text),
    Column("of", String),
    Column("country", String),
    Column("wikidata", String),
    _n("document", nullable=False),
    Index("actors_by_document", "document"),
    Index("actors_by_name", "key"),
    # Most speak for nobody, and nobody looks for those.
    Index("actors_by_body", "of", sqlite_where=text('"of" IS NOT NULL'), postgresql_where=text('"of" IS NOT NULL')),
)

# role: speaker, relay, outlet, actor, recipient.
statement_actors = Table(
    "statement_actors",
    metadata,
    _n("actor", nullable=False),
    _n("statement", nullable=False),
    Column("role", String, nullable=False),
    PrimaryKeyConstraint("statement", "actor", "role", name="statement_actors_in_order"),
    sqlite_with_rowid=False,
)

# voice: as whom its speaker speaks, see voices: the number of an id, or of a name.
statement_voices = Table(
    "statement_voices",
    metadata,
    _n("voice", primary_key=True),
    _n("statement", primary_key=True),
    Index("statement_voices_by_statement", "statement"),
    sqlite_with_rowid=False,
)

# Every name once, so that words of names are quickly looked for: a person has a row of actors in each document.
actor_names = Table("actor_names", metadata, Column("key", Text, primary_key=True), sqlite_with_rowid=False)

document_actors = Table(
    "document_actors",
    metadata,
    _n("actor", primary_key=True),
    _n("document", primary_key=True),
    Column("mentions", Integer, nullable=False),
    Index("document_actors_by_document", "document"),
    sqlite_with_rowid=False,
)

# cell: the whole degrees that a place lies in, latitude * 1000 + longitude, both counted from -90 and -180.
places = Table(
    "places",
    metadata,
    _n(primary_key=True),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("geonameid", Number),
    Column("country", String),
    Column("admin1", Text),
    Column("lat", Double),
    Column("lon", Double),
    Column("cell", Integer),
    Column("where_prec", Integer),
    Index("places_by_name", "key"),
    Index("places_by_country", "country"),
    Index("places_by_cell", "cell"),
    Index("places_by_geonameid", "geonameid"),
)

statement_places = Table(
    "statement_places",
    metadata,
    _n("place", primary_key=True),
    _n("statement", primary_key=True),
    Index("statement_places_by_statement", "statement"),
    sqlite_with_rowid=False,
)

document_places = Table(
    "document_places",
    metadata,
    _n("place", primary_key=True),
    _n("document", primary_key=True),
    Column("mentions", Integer, nullable=False),
    Index("document_places_by_document", "document"),
    sqlite_with_rowid=False,
)

# Every figure of a document, in the order of the text. statement: the innermost one that says it, None outside them.
figures = Table(
    "figures",
    metadata,
    _n(primary_key=True),
    _n("document", nullable=False),
    Column("statement", Number),
    Column("proposition", String),
    Column("words", Text, nullable=False),
    Column("low", Double),
    Column("high", Double),
    Column("qualifier", Text),
    Column("unit", Text),
    Column("unit_key", Text),
    Column("counts", String),
    Column("of", Number),
    Column("victims", Text),
    Column("per", String),
    Column("over", String),
    Column("cumulative", Boolean, nullable=False),
    Column("since", String),
    Column("as_of", String),
    Column("currency", String),
    Column("negated", Boolean, nullable=False),
    Column("outlet", String),
    Column("outlet_key", String),
    Column("published", String),
    Column("stands", Boolean, nullable=False),
    Index("figures_by_statement", "statement"),
    Index("figures_by_outlet", "outlet_key", desc("n")),
)

# stage, date: the last of its history. body: the package as the contract writes it.
aid = Table(
    "aid",
    metadata,
    _n(primary_key=True),
    _n("document", nullable=False),
    Column("id", String, nullable=False),
    Column("donor", Number),
    Column("donor_name", Text),
    Column("recipient", Number),
    Column("recipient_name", Text),
    Column("kind", String),
    Column("low", Double),
    Column("high", Double),
    Column("currency", String),
    Column("stage", String),
    Column("date", String),
    Column("outlet", String),
    Column("outlet_key", String),
    Column("published", String),
    Column("stands", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Index("aid_by_id", "id"),
    Index("aid_by_donor", "donor", desc("n")),
    Index("aid_by_outlet", "outlet_key", desc("n")),
)

# The statements that tell of a package.
aid_statements = Table(
    "aid_statements",
    metadata,
    _n("aid", primary_key=True),
    _n("statement", primary_key=True),
    Index("aid_statements_by_statement", "statement"),
    sqlite_with_rowid=False,
)

# ---- what linking made

# The entries of the log that the links below were made from, and by which version. One row: n is 1.
linkings = Table(
    "linkings",
    metadata,
    _n(primary_key=True),
    Column("entries", Number, nullable=False),
    Column("version", String, nullable=False),
)

# day: of last_seen, empty where it is not known. disputed: 2 where somebody denies it, 1 where another claim or figure is
# at odds with it, else 0. body: the claim as the contract writes it.
claims = Table(
    "claims",
    metadata,
    Column("id", String, primary_key=True),
    Column("text", Text, nullable=False),
    Column("event", String),
    Column("independent_origins", Integer, nullable=False),
    Column("possible_origins", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("first_seen", String),
    Column("last_seen", String),
    Column("day", String, nullable=False),
    Column("disputed", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

# In what order claims are looked through: by number the newest and most disputed first. facets: what lists of claims divide into, as
# a JSON object of lists.
claim_numbers = Table(
    "claim_numbers",
    metadata,
    _n(primary_key=True),
    Column("claim", String, nullable=False, unique=True),
    Column("disputed", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("first_seen", String),
    Column("facets", Text, nullable=False),
    Index("claim_numbers_by_dispute", desc("disputed"), desc("n")),
    Index("claim_numbers_by_origins", desc("origins"), desc("n")),
)

# By what claims are found: see claimkeys. claim: its number.
claim_keys = Table(
    "claim_keys",
    metadata,
    _n("key", primary_key=True),
    _n("claim", primary_key=True),
    Index("claim_keys_by_claim", "claim"),
    sqlite_with_rowid=False,
)

claim_members = Table(
    "claim_members",
    metadata,
    Column("proposition", String, primary_key=True),
    Column("claim", String, nullable=False),
    _n("statement", nullable=False),
    Index("claim_members_by_claim", "claim"),
    Index("claim_members_by_statement", "statement"),
    sqlite_with_rowid=False,
)

# Ids that a claim had before.
claim_aliases = Table(
    "claim_aliases",
    metadata,
    Column("alias", String, primary_key=True),
    Column("claim", String, nullable=False),
    Index("claim_aliases_by_claim", "claim"),
    sqlite_with_rowid=False,
)

claim_origins = Table(
    "claim_origins",
    metadata,
    Column("claim", String, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("actor", String),
    Column("name", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("claim_origins_by_actor", "actor"),
    sqlite_with_rowid=False,
)

# document is (nearly) of's text. share: 0 to 1. body: the passages and credits that say so.
copies = Table(
    "copies",
    metadata,
    Column("document", String, primary_key=True),
    Column("of", String, primary_key=True),
    Column("share", Double, nullable=False),
    Column("body", Text, nullable=False),
    Index("copies_by_origin", "of"),
    sqlite_with_rowid=False,
)

utterances = Table(
    "utterances",
    metadata,
    Column("id", String, primary_key=True),
    Column("speaker", String),
    Column("day", String),
    Column("body", Text, nullable=False),
    Index("utterances_by_speaker", "speaker", "day"),
)

utterance_members = Table(
    "utterance_members",
    metadata,
    Column("statement", String, primary_key=True),
    Column("utterance", String, nullable=False),
    Index("utterance_members_by_utterance", "utterance"),
    sqlite_with_rowid=False,
)

# ---- what linking keeps, to link what comes without reading again what is there; types/store.py tells what it means

# The reading of each document that was linked last.
linked_documents = Table("linked_documents", metadata, _n("document", primary_key=True), _n("reading", nullable=False))

# Values of linking by number, as linking writes them. kind: its number among KINDS.
link_objects = Table(
    "link_objects",
    metadata,
    Column("kind", Integer, primary_key=True, autoincrement=False),
    _n(primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

# Where items stand in the sorted lists of keys.
link_positions = Table(
    "link_positions",
    metadata,
    _n("key", primary_key=True),
    Column("day", Number, primary_key=True, autoincrement=False),
    Column("place", Number, primary_key=True, autoincrement=False),
    _n("item", primary_key=True),
    sqlite_with_rowid=False,
)


def _relation(name: str, *columns: Column[Any], indexes: tuple[str, ...] = ()) -> Table:
    """The rows of a relation of linking."""
    table = f"link_{name}"
    return Table(table, metadata, *columns, *(Index(f"{table}_by_{column}", column) for column in indexes), sqlite_with_rowid=False)


LINK_RELATIONS = {
    "facts": _relation(
        "facts",
        _n("proposition", primary_key=True),
        _n("node", nullable=False),
        _n("document", nullable=False),
        Column("voice", Integer, nullable=False),
        Column("start", Integer, nullable=False),
        indexes=("node", "document"),
    ),
    "edges": _relation(
        "edges",
        _n("one", primary_key=True),
        _n("other", primary_key=True),
        Column("odds", Double),
        Column("joins", Double),
        Column("likeness", Double),
        Column("doubt", Integer),
        Column("moved", Number),
    ),
    "groups": _relation(
        "groups",
        _n("node", primary_key=True),
        _n("part", nullable=False),
        _n("grp", nullable=False),
        Column("cut", Integer, nullable=False),
        Column("core", Number),
        indexes=("part", "grp"),
    ),
    "claims": _relation("claims", _n("grp", primary_key=True), Column("claim", String, nullable=False)),
    "voices": _relation(
        "voices",
        _n("statement", primary_key=True),
        _n("heard", nullable=False),
        _n("document", nullable=False),
        Column("voice", Integer, nullable=False),
        indexes=("heard", "document"),
    ),
    "ties": _relation(
        "ties", _n("one", primary_key=True), _n("other", primary_key=True), Column("strength", Double, nullable=False), indexes=("other",)
    ),
    "uttered": _relation("uttered", _n("heard", primary_key=True), Column("utterance", String, nullable=False), indexes=("utterance",)),
    "proofs": _relation("proofs", _n("copy", primary_key=True), _n("source", primary_key=True), indexes=("source",)),
    "asks": _relation("asks", _n("name", primary_key=True), _n("document", primary_key=True), indexes=("document",)),
    "deniers": _relation(
        "deniers",
        _n("statement", primary_key=True),
        _n("document", nullable=False),
        Column("voice", Integer, nullable=False),
        _n("who", nullable=False),
        Column("first", Number),
        Column("second", Number),
        Column("final", Number),
        indexes=("document", "first", "second", "final"),
    ),
    "stories": _relation("stories", _n("document", primary_key=True), _n("mate", primary_key=True), indexes=("mate",)),
}
_EDGES = LINK_RELATIONS["edges"]
# What hangs together is told from the index alone.
Index("link_edges_by_other", _EDGES.c.other, _EDGES.c.one, _EDGES.c.joins)
# The other of two is the one told later, nearly always: so what comes at one time is written side by side.
_IN_DOUBT = _EDGES.c.doubt.is_not(None)
Index(
    "link_edges_by_doubt",
    desc(_EDGES.c.doubt),
    desc(_EDGES.c.other),
    desc(_EDGES.c.one),
    sqlite_where=_IN_DOUBT,
    postgresql_where=_IN_DOUBT,
)
# Few edges tell what may be denied, and nodes have dozens of others.
_LIKED = _EDGES.c.likeness.is_not(None)
Index("link_edges_by_likeness", _EDGES.c.other, _EDGES.c.one, sqlite_where=_LIKED, postgresql_where=_LIKED)

# The tables that are made from the reading that stands, with the column that leads to a document's share of them.
BY_DOCUMENT = (document_actors, document_places)
BY_PART = ((statements, "n"), (propositions, "statement"), (statement_actors, "statement"), (statement_voices, "statement"),
           (statement_places, "statement"), (figures, "n"), (aid, "n"), (aid_statements, "aid"))  # fmt: skip
