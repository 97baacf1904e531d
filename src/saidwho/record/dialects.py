"""What differs between SQLite and PostgreSQL? All of it is here."""

import json
import re
import time
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, reduce
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from saidwho.errors import RecordError
from saidwho.record.location import Location

# How long a writer waits for another: a batch of reports is written in well under a second.
_WAIT = 60  # seconds
_AGAIN = 0.05  # seconds
# Rows of each index that SQLite looks at; SQLite's authors advise 100 to 1000. It takes some 10 ms whatever the record's size.
_LOOKED_AT = 400
# A connection that was in use so lately is not asked whether it is still there.
_IDLE = 1.0  # seconds
# Pages in SQLite's log of writes from which on a writer moves them to their place after all, 128 MB: see checkpoints. Where the
# thread that does it never gets to the end, the log must not grow for ever.
_LONGEST_LOG = 1 << 15
# Pages of full text that are merged with what comes: a report of 25 statements has 3,000 characters in each search and fills 2 pages,
# each of which is written again at each of up to 8 levels, 4 parts of one being a part of the next. Where it is too little for a
# while, more parts are merged at once later, which is less work.
_FOR_ONE_MERGED = 200  # characters
_FEWEST_MERGED = 8
# So many rows of full text are read and put in order in less than a tenth of a second.
_FEW = 15_000
# So many numbers are so many looks into an index.
_MANY = 200
# So many values are each looked up together with each number in PostgreSQL.
_PAIRED = 2
# Both databases' word for "one writer at a time" in this program.
_WRITERS = 0x5A1D_3B0  # any number that nobody else takes

# Full text over statements (their words and who said them) and over documents (title and text). Stems are English, by Porter's
# rules, since only English is read; no word is too frequent to be found. Over claims every word of theirs stands once, so that a
# phrase is no phrase there.
SEARCHES = {"statement_search": ("words", "who"), "document_search": ("title", "words"), "claim_search": ("words",)}

# How PostgreSQL makes words of texts, as FTS5 does with the same rules. Its own way for English leaves out frequent words.
_WORDS = "saidwho_words"
# What single words and numbers are to its parser, which sees nothing else; see _single_words.
_WORD_KINDS = "asciiword, word, numword, int, uint, float, sfloat"

statement_search = sa.table("statement_search", sa.column("n", sa.BigInteger), sa.column("words"), sa.column("who"))
document_search = sa.table("document_search", sa.column("n", sa.BigInteger), sa.column("title"), sa.column("words"))


def make_engine(location: Location) -> sa.Engine:
    """The engine of a record. A transaction with the option writes=True is the only one that writes.

    Raises RecordError where the driver of PostgreSQL is not installed.
    """
    if location.is_sqlite:
        return _sqlite_engine(location)
    try:
        engine = sa.create_engine(location.url, isolation_level="REPEATABLE READ")
    except ModuleNotFoundError as error:
        raise RecordError("A record in PostgreSQL needs its driver: pip install 'saidwho[postgres]'.") from error
    _ask_idle(engine)

    @sa.event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: object) -> None:
        # Compiling a query takes longer than to answer ours.
        connection.execute("SET jit = off")
        # Asked for the sixth time a query would be planned for any word and any list of numbers, which may take 50 times as long.
        connection.execute("SET plan_cache_mode = force_custom_plan")
        connection.commit()

    @sa.event.listens_for(engine, "handle_error")
    def _let_go(context: sa.engine.ExceptionContext) -> None:
        # Of a connection that broke SQLAlchemy leaves the cursor open, and the driver complains when it is thrown away.
        if context.is_disconnect and context.execution_context is not None:
            context.execution_context.cursor.close()

    return engine


def _ask_idle(engine: sa.Engine) -> None:
    """Ask a connection that nobody used for a while whether it is still there; a server may have been started anew meanwhile.

    SQLAlchemy's own way asks every time, which is five questions for each report that is added.
    """

    @sa.event.listens_for(engine, "checkin")
    def _leave(_: object, record: Any) -> None:
        record.info["left"] = time.monotonic()

    @sa.event.listens_for(engine, "checkout")
    def _ask(connection: Any, record: Any, _: object) -> None:
        if time.monotonic() - record.info.get("left", time.monotonic()) < _IDLE:
            return
        try:
            engine.dialect.do_ping(connection)
        except Exception as error:
            # The driver's errors are an extra's, and any says that it cannot be used. A new one is made in its place.
            raise sa.exc.InvalidatePoolError from error


def _sqlite_engine(location: Location) -> sa.Engine:
    engine = sa.create_engine(location.url, connect_args={"timeout": _WAIT, "check_same_thread": False})

    @sa.event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions begin where we say so, below
        # The cache is all that may grow: 32 MB, and no part of the file mapped into memory.
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "cache_size = -32768", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(f"PRAGMA wal_autocheckpoint = {_LONGEST_LOG}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        # A writer takes its lock at once: one that first reads and then writes may find that another wrote in between.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


def share(engine: sa.Engine, *, cache: int, wait: float) -> None:
    """Let each connection keep no more of the database than so many bytes, and wait no longer for a lock than so many seconds.

    It holds from the next connection on. PostgreSQL keeps what it reads for all connections together, and lets nobody wait
    to read.
    """
    if engine.dialect.name != "sqlite":
        return

    # Before all else that a new connection asks, which already waits where somebody has the database for himself.
    @sa.event.listens_for(engine, "connect", insert=True)
    def _hurry(connection: Any, _: object) -> None:
        connection.execute(f"PRAGMA busy_timeout = {round(1000 * wait)}")

    @sa.event.listens_for(engine, "connect")
    def _limit(connection: Any, _: object) -> None:
        connection.execute(f"PRAGMA cache_size = -{cache // 1024}")
        connection.execute(f"PRAGMA busy_timeout = {round(1000 * wait)}")

    engine.dispose()


def lock_writers(connection: sa.Connection) -> None:
    """Let nobody else write until this transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITERS})


def write_options(engine: sa.Engine) -> sa.Engine:
    """The engine whose transactions write. In PostgreSQL they see what was committed before they got the lock."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(writes=True, isolation_level="READ COMMITTED")
    return engine.execution_options(writes=True)


def insert_rows(connection: sa.Connection, table: sa.Table, rows: Sequence[Mapping[str, Any]], *, new: bool = False) -> None:
    """Add rows to a table, all in one go. new: leave a row alone where there is one with the same key."""
    if not rows:
        return
    insert, names = _insert_words(table, connection.dialect, new)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(insert, [tuple(map(row.get, names)) for row in rows])
    else:
        connection.exec_driver_sql(insert, (_as_json(rows),))


# Rows to add to a table. The last: leave a row alone where there is one with the same key.
Added = tuple[sa.Table, Sequence[Mapping[str, Any]], bool]


def insert_all(connection: sa.Connection, added: Sequence[Added], words: Mapping[str, Sequence[tuple[int, str, str]]]) -> None:
    """Add rows to several tables, none of them twice, and words to searches; see insert_rows and add_words.

    PostgreSQL does it in one go: the 20 questions of one report took longer to come and go than to be answered.
    """
    if connection.dialect.name == "sqlite":
        for table, rows, new in added:
            insert_rows(connection, table, rows, new=new)
        for search, texts in words.items():
            add_words(connection, search, texts)
        return
    told = [(_insert_words(table, connection.dialect, new)[0], _as_json(rows)) for table, rows, new in added if rows]
    told += [(_ADDED_WORDS.format(search=search), _words_as_json(texts)) for search, texts in words.items() if texts]
    if told:
        *others, (last, _) = told
        first = ", ".join(f"added_{at} AS ({insert})" for at, (insert, _) in enumerate(others))
        connection.exec_driver_sql(f"WITH {first} {last}" if others else last, tuple(sent for _, sent in told))


# Tables never change while a program runs, and making the words takes longer than a small insert.
@lru_cache(maxsize=256)
def _insert_words(table: sa.Table, dialect: sa.Dialect, new: bool) -> tuple[str, tuple[str, ...]]:
    """How rows are added to a table, and the columns in their order."""
    names = tuple(column.name for column in table.columns)
    quoted = ", ".join(map(dialect.identifier_preparer.quote, names))
    rest = " ON CONFLICT DO NOTHING" if new else ""
    if dialect.name == "sqlite":
        return f"INSERT INTO {table.name} ({quoted}) VALUES ({', '.join('?' * len(names))}){rest}", names
    rows = f"json_populate_recordset(NULL::{table.name}, %s::json)"
    return f"INSERT INTO {table.name} ({quoted}) SELECT {quoted} FROM {rows}{rest}", names


def numbers_in(connection: sa.Connection, table: sa.Table, numbers: Sequence[int]) -> set[int]:
    """Which of these numbers are in a table; all are sent as one value, however many they are."""
    if connection.dialect.name == "sqlite":
        asked, sent = f"SELECT n FROM {table.name} WHERE n IN (SELECT value FROM json_each(?))", json.dumps(numbers)
    else:
        asked, sent = f"SELECT n FROM {table.name} WHERE n = ANY(%s::bigint[])", "{" + ",".join(map(str, numbers)) + "}"
    return set(connection.exec_driver_sql(asked, (sent,)).scalars()) if numbers else set()


def numbers_asked(connection: sa.Connection, asked: sa.Select[Any] | sa.CompoundSelect[Any]) -> list[int]:
    """The numbers of a question with one column, in its order, and several times faster than row by row.

    PostgreSQL sends them as one text, since its driver takes 5 microseconds for a row.
    """
    if connection.dialect.name == "postgresql":
        joined = sa.func.array_to_string(sa.func.array(asked.scalar_subquery()), ",")
        told = connection.execute(sa.select(joined)).scalar_one()
        return list(map(int, told.split(","))) if told else []
    cursor = connection.execute(asked).cursor
    return [row[0] for row in cursor.fetchall()] if cursor else []


def _as_json(rows: Sequence[Any]) -> str:
    """Rows as one value: one question and one answer, however many they are, and a third of the time that arrays take to write."""
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"), default=lambda data: f"\\x{data.hex()}")


def add_words(connection: sa.Connection, search: str, rows: Sequence[tuple[int, str, str]]) -> None:
    """Make rows findable: the number, and its two texts, in the order of SEARCHES."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_ADDED_WORDS.format(search=search), (_words_as_json(rows),))
        return
    first, second = SEARCHES[search]
    # In the order of the numbers: FTS5 writes what it has gathered to disk whenever a number is lower than the last.
    connection.exec_driver_sql(f"INSERT INTO {search} (rowid, {first}, {second}) VALUES (?, ?, ?)", sorted(rows))
    _put_together(connection, search, sum(len(one) + len(two) for _, one, two in rows))


def _put_together(connection: sa.Connection, search: str, added: int) -> None:
    """Let FTS5 merge a little of what came in earlier transactions, so that none has to merge much. added: characters that came now.

    Each transaction is a part of its own at first, and a search looks into every part. See step_0008 of the migrations.
    """
    pages = max(_FEWEST_MERGED, added // _FOR_ONE_MERGED)
    connection.exec_driver_sql(f"INSERT INTO {search} ({search}, rank) VALUES ('merge', ?)", (pages,))


# How PostgreSQL adds words to a search.
_ADDED_WORDS = (
    f"INSERT INTO {{search}} (n, words) SELECT n, to_tsvector('{_WORDS}', one) || to_tsvector('{_WORDS}', two)"
    " FROM json_to_recordset(%s::json) AS added (n bigint, one text, two text)"
    " ON CONFLICT (n) DO UPDATE SET words = excluded.words"
)


def _words_as_json(rows: Sequence[tuple[int, str, str]]) -> str:
    return _as_json([{"n": n, "one": _single_words(one), "two": _single_words(two)} for n, one, two in rows])


def remove_words(connection: sa.Connection, search: str, rows: Iterable[tuple[int, str, str]]) -> None:
    """Make rows unfindable; their texts must be those that they were added with."""
    found = list(rows)
    if not found:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text(f"DELETE FROM {search} WHERE n = :n"), [{"n": n} for n, _, _ in found])
        return
    first, second = SEARCHES[search]
    connection.exec_driver_sql(
        f"INSERT INTO {search} ({search}, rowid, {first}, {second}) VALUES ('delete', ?, ?, ?)", [tuple(row) for row in found]
    )


def take_stock(connection: sa.Connection) -> None:
    """Let SQLite look at a part of each index, so that it knows which leads to fewer rows; PostgreSQL does so by itself."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA analysis_limit = {_LOOKED_AT}")
        connection.exec_driver_sql("ANALYZE")


def add_claim_words(connection: sa.Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Make claims findable: the number, and every word once."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        added = [{"n": n, "words": _single_words(words)} for n, words in rows]
        connection.exec_driver_sql(
            f"INSERT INTO claim_search (n, words) SELECT n, to_tsvector('{_WORDS}', words)"
            " FROM json_to_recordset(%s::json) AS added (n bigint, words text)",
            (_as_json(added),),
        )
        return
    connection.exec_driver_sql("INSERT INTO claim_search (rowid, words) VALUES (?, ?)", sorted(rows))


def remove_claim_words(connection: sa.Connection, numbers: Iterable[int]) -> None:
    """Make claims unfindable."""
    rows = [(number,) for number in sorted(numbers)]
    if rows:
        is_sqlite = connection.dialect.name == "sqlite"
        connection.exec_driver_sql(f"DELETE FROM claim_search WHERE {'rowid = ?' if is_sqlite else 'n = %s'}", rows)


# Tables that hold words of reports.
_OF_REPORTS = (
    "readings", "documents", "statements", "propositions", "figures", "aid", "actors", "actor_names", "changes", "claims",
    "claim_numbers", "claim_keys", "claim_origins", "copies", "utterances", "link_objects",
)  # fmt: skip


def scrub(engine: sa.Engine) -> None:
    """See to it that what was deleted is not left in unused parts of the files. Takes the time of copying the database."""
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for table in (*_OF_REPORTS, *SEARCHES):
                connection.exec_driver_sql(f"VACUUM FULL {table}")
        return
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        for search in SEARCHES:
            cursor.execute(f"INSERT INTO {search} ({search}) VALUES ('optimize')")
        cursor.execute("VACUUM")
        _empty_log(cursor)
        cursor.close()
    finally:
        raw.close()


def _empty_log(cursor: Any) -> None:
    """Move all that stands in SQLite's log of writes, and cut it to nothing. Raises RecordError where somebody uses it all the time.

    SQLite does not wait where another moves just now, see checkpoints, but says that it did nothing.
    """
    end = time.monotonic() + _WAIT
    while cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        if time.monotonic() > end:
            raise RecordError("What was deleted still stands in record.sqlite-wal, which others use. Close them, and open the record.")
        time.sleep(_AGAIN)


def found_numbers(dialect: str, search: str, text: str) -> sa.Select[int]:
    """The numbers of the rows that hold all words of a text; a part in double quotation marks is a phrase.

    No sign of a query language means anything. No order is given: both databases find rows by number when asked to.
    """
    asked = sa.select(words_number(dialect).label("n")).select_from(sa.text(search))
    if search == "claim_search":
        return asked.where(*_every_word(dialect, text))
    if dialect == "postgresql":
        parts = [_phrase(part) for part in _parts(text)]
        return asked.where(*(sa.column("words").bool_op("@@")(part) for part in parts or [_phrase("")]))
    query = " ".join(f'"{part}"' for part in _parts(text))
    return asked.where(sa.text(f"{search} MATCH :sought").bindparams(sought=query or '""'))


def _every_word(dialect: str, text: str) -> list[Any]:
    """That a claim has all words of a text, wherever they stand."""
    if dialect == "postgresql":
        return [sa.column("words").bool_op("@@")(_phrase(word)) for word in words_of(text) or [""]]
    query = " ".join(f'"{word}"' for word in words_of(text))
    return [sa.text("claim_search MATCH :sought").bindparams(sought=query or '""')]


def words_of(text: str) -> list[str]:
    """The single words of a text, each once."""
    return list(dict.fromkeys(_WORD.findall(unicodedata.normalize("NFC", plain(text)))))


def _phrase(text: str) -> sa.ColumnElement[Any]:
    """That the words of a text stand beside one another, for PostgreSQL."""
    return sa.func.phraseto_tsquery(sa.literal_column(f"'{_WORDS}'"), _single_words(text))


def _single_words(text: str) -> str:
    """The words of a text as FTS5 tells them apart: in small letters, those of Latin script without their marks.

    PostgreSQL's own parser would take an address, or a number with its sign, for one word.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", text)))
    return " ".join(_WORD.findall(text.lower()))


_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile("(?<=[A-Za-z])[\u0300-\u036f]+")


def make_word_rules(connection: sa.Connection) -> None:
    """Tell PostgreSQL how words are made of texts, where it does not know yet. It is told once, when tables are made."""
    known = sa.text("SELECT 1 FROM pg_ts_config WHERE cfgname = :name AND pg_ts_config_is_visible(oid)")
    if connection.dialect.name != "postgresql" or connection.execute(known, {"name": _WORDS}).first() is not None:
        return
    connection.exec_driver_sql(f"CREATE TEXT SEARCH DICTIONARY {_WORDS} (TEMPLATE = snowball, LANGUAGE = porter)")
    connection.exec_driver_sql(f"CREATE TEXT SEARCH CONFIGURATION {_WORDS} (PARSER = default)")
    connection.exec_driver_sql(f"ALTER TEXT SEARCH CONFIGURATION {_WORDS} ADD MAPPING FOR {_WORD_KINDS} WITH {_WORDS}")


def are_few(connection: sa.Connection, search: str, text: str) -> bool:
    """Whether so few rows hold the words of a text that all of them are better found first, and put in order then.

    PostgreSQL would look through all rows from the newest on where it thinks that enough of them hold the words; where words must
    stand beside one another it thinks so far too often. SQLite finds them in order anyway.
    """
    if connection.dialect.name != "postgresql":
        return False
    asked = found_numbers("postgresql", search, text).compile(connection)
    (plan,) = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {asked}", asked.params).scalar_one()
    return int(plan["Plan"]["Plan Rows"]) <= _FEW


def as_filter(dialect: str, column: sa.ColumnElement[int], values: Sequence[int]) -> sa.ColumnElement[int]:
    """A column whose values are compared where rows are, so that no index on it is used: one look for each pair costs more.

    PostgreSQL has all that it needs in the index where the values are one or two.
    """
    return column if dialect == "postgresql" and len(values) <= _PAIRED else column + sa.literal_column("0")


def as_rows(dialect: str, values: Sequence[int]) -> sa.Select[int] | None:
    """Values as rows, where a database had better join with them: PostgreSQL compares with one after the other otherwise."""
    if dialect != "postgresql" or len(values) <= _PAIRED:
        return None
    return sa.select(sa.func.unnest(sa.literal(list(values), ARRAY(sa.BigInteger))))


def goes_through(dialect: str, numbers: int, values: int) -> bool:
    """Whether all rows of some values are better gone through than so many numbers looked up."""
    return dialect == "postgresql" and numbers >= _MANY and values <= _PAIRED


def looks_are_cheap(dialect: str) -> bool:
    """Whether one row by its number is quickly asked for its words: PostgreSQL reads the row, SQLite goes through its index."""
    return dialect == "postgresql"


def written_row(dialect: str, columns: Sequence[sa.ColumnElement[Any]]) -> sa.ColumnElement[str]:
    """A row as JSON without spaces, written by the database just as Python writes it.

    columns: of numbers, texts, and of yes and no as 1 and 0; no doubles, of which each writes another number of digits.
    """
    if dialect == "sqlite":
        return sa.func.json_array(*columns)
    values: list[sa.ColumnElement[str]] = []
    for column in columns:
        told = sa.func.to_json(column) if isinstance(column.type, sa.String) else column
        values += [sa.literal_column("','"), sa.func.coalesce(sa.cast(told, sa.Text), sa.literal_column("'null'"))]
    return reduce(sa.ColumnElement.concat, [sa.literal_column("'['", sa.Text), *values[1:], sa.literal_column("']'", sa.Text)])


def written_rows(dialect: str, rows: sa.Select[Any]) -> sa.ColumnElement[Any]:
    """How many rows there are, a blank, and the rows joined by commas; as bytes in SQLite, which need not be text there.

    rows: selects one column, what written_row makes, in the order that is wanted.
    """
    (row,) = rows.subquery().c
    joined = sa.func.group_concat(row) if dialect == "sqlite" else sa.func.string_agg(row, sa.literal_column("','"))
    counted = sa.cast(sa.func.count(), sa.Text).concat(" ").concat(sa.func.coalesce(joined, ""))
    return sa.select(sa.cast(counted, sa.LargeBinary) if dialect == "sqlite" else counted).scalar_subquery()


def words_number(dialect: str) -> sa.ColumnClause[int]:
    """The column of a search that holds the number of what the words are of."""
    return sa.column("n" if dialect == "postgresql" else "rowid", sa.BigInteger)


def _parts(text: str) -> list[str]:
    """The words and phrases of what somebody looks for."""
    parts = [phrase or word for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', plain(text))]
    return [part for part in parts if re.search(r"\w", part)]


def stored_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as both databases can hold it: neither a zero byte nor half a surrogate pair is text to them."""
    return {name: plain(value) if isinstance(value, str) else value for name, value in row.items()}


def plain(text: str) -> str:
    """Text as both databases can hold it; what they cannot is a replacement character."""
    if text.isascii() and "\0" not in text:  # nearly all: ids, dates, names
        return text
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", text)


_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
