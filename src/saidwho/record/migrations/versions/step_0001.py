"""The tables of the first release. This step is not edited any more: each change of the tables is a step of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _kept()
    _read()
    _linked()
    _sought()


def _kept() -> None:
    """What is kept for good."""
    op.create_table(
        "originals",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("offset", _NUMBER, nullable=False),
        sa.Column("length", _NUMBER, nullable=False),
        sa.Column("size", _NUMBER, nullable=False),
        sa.Column("media_type", sa.String()),
        sa.Column("fetched", sa.String(), nullable=False),
        sa.Column("is_lost", sa.Boolean(), nullable=False),
        sa.Column("erased", sa.String()),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("digest", "target"),
    )
    op.create_index("originals_by_file", "originals", ["file", "offset"])
    op.create_table(
        "readings",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("document", _NUMBER, nullable=False),
        sa.Column("reader", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("made", sa.String(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("erased", sa.String()),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("shown", sa.LargeBinary()),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("readings_by_document", "readings", ["document"])
    op.create_index("readings_by_reader", "readings", ["reader", "is_current"])
    op.create_table(
        "judgements",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("left", sa.String(), nullable=False),
        sa.Column("right", sa.String()),
        sa.Column("field", sa.String()),
        sa.Column("value", sa.Text()),
        sa.Column("reviewer", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("undoes", sa.String()),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("judgements_by_left", "judgements", ["left"])
    op.create_index("judgements_by_right", "judgements", ["right"])
    op.create_index("judgements_by_undone", "judgements", ["undoes"])
    op.create_table(
        "withholdings",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("erasure", sa.String()),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("withholdings_by_item", "withholdings", ["item"])
    op.create_table(
        "log_entries",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("leaf", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("log_entries_by_item", "log_entries", ["item"])
    op.create_table(
        "stamps",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("size", _NUMBER, nullable=False),
        sa.Column("root", sa.String(), nullable=False),
        sa.Column("server", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_table(
        "changes",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("document", _NUMBER),
        sa.Column("before", sa.String()),
        sa.Column("note", sa.Text()),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("changes_by_document", "changes", ["document"])
    op.create_index("changes_by_item", "changes", ["item"])
    op.create_index("changes_by_time", "changes", ["at", "n"])


def _read() -> None:
    """Documents, and what their readings say."""
    op.create_table(
        "documents",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("work", sa.String(), nullable=False),
        sa.Column("key", sa.String()),
        sa.Column("outlet", sa.String()),
        sa.Column("outlet_key", sa.String()),
        sa.Column("url", sa.String()),
        sa.Column("title", sa.Text()),
        sa.Column("byline", sa.Text()),
        sa.Column("published", sa.String()),
        sa.Column("day", sa.String()),
        sa.Column("zone", sa.String()),
        sa.Column("language", sa.String()),
        sa.Column("characters", sa.Integer(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("is_latest", sa.Boolean(), nullable=False),
        sa.Column("is_withheld", sa.Boolean(), nullable=False),
        sa.Column("taken", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("documents_by_key", "documents", ["key"])
    op.create_index("documents_by_outlet", "documents", ["outlet_key", sa.text("n DESC")])
    op.create_index("documents_by_url", "documents", ["url"])
    op.create_index("documents_by_work", "documents", ["work"])
    op.create_table(
        "document_originals",
        sa.Column("document", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("original", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("document", "original"),
        sqlite_with_rowid=False,
    )
    op.create_index("document_originals_by_original", "document_originals", ["original"])
    op.create_table(
        "statements",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("document", _NUMBER, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("within", sa.String()),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("act", sa.String()),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("speaker", _NUMBER),
        sa.Column("speaker_name", sa.Text()),
        sa.Column("speaker_side", sa.String()),
        sa.Column("basis", sa.String()),
        sa.Column("spoken", sa.String()),
        sa.Column("first_hand", sa.Boolean(), nullable=False),
        sa.Column("outlet", sa.String()),
        sa.Column("outlet_key", sa.String()),
        sa.Column("published", sa.String()),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("ix_statements_id", "statements", ["id"])
    op.create_index("statements_by_act", "statements", ["act", sa.text("n DESC")])
    op.create_index("statements_by_outlet", "statements", ["outlet_key", sa.text("n DESC")])
    op.create_index("statements_by_side", "statements", ["speaker_side", sa.text("n DESC")])
    op.create_index("statements_by_speaker", "statements", ["speaker", sa.text("n DESC")])
    op.create_table(
        "propositions",
        sa.Column("statement", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("event", sa.String()),
        sa.Column("mode", sa.String()),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("modality", sa.String()),
        sa.Column("times", sa.Text()),
        sa.Column("aid", sa.String()),
        sa.PrimaryKeyConstraint("statement", "position"),
    )
    op.create_index("ix_propositions_id", "propositions", ["id"])
    op.create_index("propositions_by_event", "propositions", ["event", sa.text("statement DESC")])
    op.create_table(
        "actors",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("role", sa.Text()),
        sa.Column("of", sa.String()),
        sa.Column("country", sa.String()),
        sa.Column("wikidata", sa.String()),
        sa.Column("document", _NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("actors_by_body", "actors", ["of"])
    op.create_index("actors_by_country", "actors", ["country"])
    op.create_index("actors_by_document", "actors", ["document"])
    op.create_index("actors_by_name", "actors", ["key"])
    op.create_table(
        "statement_actors",
        sa.Column("actor", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("statement", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("actor", "statement", "role"),
        sqlite_with_rowid=False,
    )
    op.create_index("statement_actors_by_statement", "statement_actors", ["statement"])
    op.create_table(
        "document_actors",
        sa.Column("actor", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("document", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("actor", "document"),
        sqlite_with_rowid=False,
    )
    op.create_index("document_actors_by_document", "document_actors", ["document"])
    op.create_table(
        "places",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("geonameid", _NUMBER),
        sa.Column("country", sa.String()),
        sa.Column("admin1", sa.Text()),
        sa.Column("lat", sa.Double()),
        sa.Column("lon", sa.Double()),
        sa.Column("cell", sa.Integer()),
        sa.Column("where_prec", sa.Integer()),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("places_by_cell", "places", ["cell"])
    op.create_index("places_by_country", "places", ["country"])
    op.create_index("places_by_geonameid", "places", ["geonameid"])
    op.create_index("places_by_name", "places", ["key"])
    op.create_table(
        "statement_places",
        sa.Column("place", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("statement", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("place", "statement"),
        sqlite_with_rowid=False,
    )
    op.create_index("statement_places_by_statement", "statement_places", ["statement"])
    op.create_table(
        "document_places",
        sa.Column("place", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("document", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("place", "document"),
        sqlite_with_rowid=False,
    )
    op.create_index("document_places_by_document", "document_places", ["document"])
    op.create_table(
        "figures",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("document", _NUMBER, nullable=False),
        sa.Column("statement", _NUMBER),
        sa.Column("proposition", sa.String()),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("low", sa.Double()),
        sa.Column("high", sa.Double()),
        sa.Column("qualifier", sa.Text()),
        sa.Column("unit", sa.Text()),
        sa.Column("unit_key", sa.Text()),
        sa.Column("counts", sa.String()),
        sa.Column("of", _NUMBER),
        sa.Column("victims", sa.Text()),
        sa.Column("per", sa.String()),
        sa.Column("over", sa.String()),
        sa.Column("cumulative", sa.Boolean(), nullable=False),
        sa.Column("since", sa.String()),
        sa.Column("as_of", sa.String()),
        sa.Column("currency", sa.String()),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("outlet", sa.String()),
        sa.Column("outlet_key", sa.String()),
        sa.Column("published", sa.String()),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("figures_by_count", "figures", ["counts", sa.text("n DESC")])
    op.create_index("figures_by_outlet", "figures", ["outlet_key", sa.text("n DESC")])
    op.create_index("figures_by_statement", "figures", ["statement"])
    op.create_index("figures_by_unit", "figures", ["unit_key", sa.text("n DESC")])
    op.create_index("figures_by_whose", "figures", ["of", sa.text("n DESC")])
    op.create_table(
        "aid",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("document", _NUMBER, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("donor", _NUMBER),
        sa.Column("donor_name", sa.Text()),
        sa.Column("recipient", _NUMBER),
        sa.Column("recipient_name", sa.Text()),
        sa.Column("kind", sa.String()),
        sa.Column("low", sa.Double()),
        sa.Column("high", sa.Double()),
        sa.Column("currency", sa.String()),
        sa.Column("stage", sa.String()),
        sa.Column("date", sa.String()),
        sa.Column("outlet", sa.String()),
        sa.Column("outlet_key", sa.String()),
        sa.Column("published", sa.String()),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index("aid_by_donor", "aid", ["donor", sa.text("n DESC")])
    op.create_index("aid_by_id", "aid", ["id"])
    op.create_index("aid_by_outlet", "aid", ["outlet_key", sa.text("n DESC")])
    op.create_index("aid_by_recipient", "aid", ["recipient", sa.text("n DESC")])
    op.create_index("aid_by_stage", "aid", ["stage", sa.text("n DESC")])
    op.create_table(
        "aid_statements",
        sa.Column("aid", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("statement", _NUMBER, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("aid", "statement"),
        sqlite_with_rowid=False,
    )
    op.create_index("aid_statements_by_statement", "aid_statements", ["statement"])


def _linked() -> None:
    """What linking made."""
    op.create_table(
        "linkings",
        sa.Column("n", _NUMBER, autoincrement=False, nullable=False),
        sa.Column("entries", _NUMBER, nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("event", sa.String()),
        sa.Column("independent_origins", sa.Integer(), nullable=False),
        sa.Column("possible_origins", sa.Integer(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("first_seen", sa.String()),
        sa.Column("last_seen", sa.String()),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("disputed", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "claims_by_count",
        "claims",
        [sa.text("independent_origins DESC"), sa.text("day DESC"), sa.text("disputed DESC"), sa.text("id DESC")],
    )
    op.create_index(
        "claims_by_day", "claims", [sa.text("day DESC"), sa.text("disputed DESC"), sa.text("independent_origins DESC"), sa.text("id DESC")]
    )
    op.create_index(
        "claims_by_dispute",
        "claims",
        [sa.text("disputed DESC"), sa.text("day DESC"), sa.text("independent_origins DESC"), sa.text("id DESC")],
    )
    op.create_index("claims_by_event", "claims", ["event", sa.text("day DESC")])
    op.create_index("claims_by_origins", "claims", [sa.text("independent_origins DESC"), sa.text("last_seen DESC"), "id"])
    op.create_table(
        "pairings",
        sa.Column("one", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("doubt", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("one", "other"),
        sqlite_with_rowid=False,
    )
    op.create_index("pairings_by_doubt", "pairings", [sa.text("doubt DESC"), sa.text("one DESC"), sa.text("other DESC")])
    op.create_table(
        "claim_members",
        sa.Column("proposition", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("statement", _NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("proposition"),
        sqlite_with_rowid=False,
    )
    op.create_index("claim_members_by_claim", "claim_members", ["claim"])
    op.create_index("claim_members_by_statement", "claim_members", ["statement"])
    op.create_table(
        "claim_aliases",
        sa.Column("alias", sa.String(), nullable=False),
        sa.Column("claim", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("alias"),
        sqlite_with_rowid=False,
    )
    op.create_index("claim_aliases_by_claim", "claim_aliases", ["claim"])
    op.create_table(
        "claim_origins",
        sa.Column("claim", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("actor", sa.String()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("claim", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index("claim_origins_by_actor", "claim_origins", ["actor"])
    op.create_table(
        "copies",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("of", sa.String(), nullable=False),
        sa.Column("share", sa.Double(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("document", "of"),
        sqlite_with_rowid=False,
    )
    op.create_index("copies_by_origin", "copies", ["of"])
    op.create_table(
        "utterances",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("speaker", sa.String()),
        sa.Column("day", sa.String()),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("utterances_by_speaker", "utterances", ["speaker", "day"])
    op.create_table(
        "utterance_members",
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("utterance", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("statement"),
        sqlite_with_rowid=False,
    )
    op.create_index("utterance_members_by_utterance", "utterance_members", ["utterance"])
    op.create_table(
        "blocking_keys",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", "item"),
        sqlite_with_rowid=False,
    )
    op.create_index("blocking_keys_by_item", "blocking_keys", ["item"])


def _sought() -> None:
    """Full text: what is found by, without the texts themselves."""
    for name, first, second in (("statement_search", "words", "who"), ("document_search", "title", "words")):
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"CREATE TABLE {name} (n BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
            op.execute(f"CREATE INDEX {name}_words ON {name} USING GIN (words)")
        else:
            tokens = "porter unicode61 remove_diacritics 2"
            op.execute(f"CREATE VIRTUAL TABLE {name} USING fts5({first}, {second}, content='', tokenize='{tokens}')")
