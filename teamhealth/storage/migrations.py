"""The tables, as numbered steps from an empty database; a step is never edited once released."""

from teamhealth.storage.library import Executes

# "THea", so that other programs' files are known as such.
APPLICATION_ID = 0x54486561

_FIRST = (
    "CREATE TABLE organisation (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE service (
        id TEXT PRIMARY KEY,
        organisation TEXT NOT NULL REFERENCES organisation,
        name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE team (
        id TEXT PRIMARY KEY,
        service TEXT NOT NULL REFERENCES service,
        name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE wave (
        id TEXT PRIMARY KEY,
        organisation TEXT NOT NULL REFERENCES organisation,
        name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE survey (
        id TEXT PRIMARY KEY,
        state TEXT NOT NULL CHECK (state IN ('collecting', 'closed', 'published')),
        public_key BLOB NOT NULL CHECK (length(public_key) = 32),
        document BLOB NOT NULL,
        created TEXT NOT NULL,
        closed TEXT,
        published TEXT,
        CHECK ((state = 'collecting') = (closed IS NULL)),
        CHECK ((state = 'published') = (published IS NOT NULL))
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE survey_team (
        survey TEXT NOT NULL REFERENCES survey,
        team TEXT NOT NULL REFERENCES team,
        PRIMARY KEY (survey, team)
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE draft (id TEXT PRIMARY KEY, document BLOB NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE wrapped_key (
        survey TEXT PRIMARY KEY REFERENCES survey,
        salt BLOB NOT NULL,
        operations INTEGER NOT NULL,
        memory_bytes INTEGER NOT NULL,
        nonce BLOB NOT NULL,
        sealed BLOB NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE pin (
        survey TEXT PRIMARY KEY REFERENCES survey,
        salt BLOB NOT NULL,
        operations INTEGER NOT NULL,
        memory_bytes INTEGER NOT NULL,
        digest BLOB NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE tries (
        survey TEXT NOT NULL REFERENCES survey,
        lock TEXT NOT NULL CHECK (lock IN ('passphrase', 'pin')),
        failures INTEGER NOT NULL CHECK (failures > 0),
        not_before TEXT NOT NULL,
        PRIMARY KEY (survey, lock)
    ) STRICT, WITHOUT ROWID""",
    # Without a rowid, which would count upwards; without an index, which would be a second picture of the order.
    """CREATE TABLE envelope (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        survey TEXT NOT NULL,
        team TEXT NOT NULL,
        sealed BLOB NOT NULL CHECK (length(sealed) = 16432),
        FOREIGN KEY (survey, team) REFERENCES survey_team
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE publication (
        survey TEXT PRIMARY KEY REFERENCES survey,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        document BLOB NOT NULL
    ) STRICT, WITHOUT ROWID""",
)

# Surveys whose key lies with a survey lead: codes, returns, and what was opened when.
_TRAVEL = (
    "ALTER TABLE survey ADD COLUMN role TEXT NOT NULL DEFAULT 'here' CHECK (role IN ('here', 'lead', 'laptop'))",
    """CREATE TABLE code_lock (
        survey TEXT PRIMARY KEY REFERENCES survey,
        salt BLOB NOT NULL,
        operations INTEGER NOT NULL,
        memory_bytes INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # 0 and 1 take the same room in a row, so that a used code leaves no gap.
    """CREATE TABLE code (
        survey TEXT NOT NULL REFERENCES code_lock,
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        used INTEGER NOT NULL CHECK (used IN (0, 1)),
        PRIMARY KEY (survey, digest)
    ) STRICT, WITHOUT ROWID""",
    # The team belongs to the key: an envelope that somebody listed under another team must not hide the honest one.
    """CREATE TABLE returned (
        survey TEXT NOT NULL,
        team TEXT NOT NULL,
        digest BLOB NOT NULL CHECK (length(digest) = 32),
        sealed BLOB NOT NULL CHECK (length(sealed) = 16432),
        PRIMARY KEY (survey, team, digest),
        FOREIGN KEY (survey, team) REFERENCES survey_team
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE opened_team (
        survey TEXT NOT NULL,
        team TEXT NOT NULL,
        PRIMARY KEY (survey, team),
        FOREIGN KEY (survey, team) REFERENCES survey_team
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE late_publication (
        survey TEXT NOT NULL,
        team TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        document BLOB NOT NULL,
        PRIMARY KEY (survey, team),
        FOREIGN KEY (survey, team) REFERENCES survey_team
    ) STRICT, WITHOUT ROWID""",
)

# No reference to a survey: a plan may answer a results file from another computer.
_PLANS = (
    """CREATE TABLE plan (
        survey TEXT NOT NULL,
        team TEXT NOT NULL,
        document BLOB NOT NULL,
        results BLOB NOT NULL,
        PRIMARY KEY (survey, team)
    ) STRICT, WITHOUT ROWID""",
)

# Numbers are hundredths, rates are tenths: whole, so that they come back as they were entered.
_WORKFORCE = (
    """CREATE TABLE workforce (
        kind TEXT NOT NULL CHECK (kind IN ('team', 'service')),
        unit TEXT NOT NULL,
        as_of TEXT NOT NULL,
        people INTEGER,
        establishment INTEGER,
        in_post INTEGER,
        vacancies INTEGER,
        agency INTEGER,
        leavers INTEGER,
        days_lost INTEGER CHECK (days_lost IS NULL OR kind = 'service'),
        working_days INTEGER,
        cases INTEGER,
        case_holders INTEGER,
        PRIMARY KEY (kind, unit, as_of)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE workforce_reference (
        level TEXT NOT NULL CHECK (level IN ('england', 'region', 'council')),
        place TEXT NOT NULL,
        as_of TEXT NOT NULL,
        source TEXT NOT NULL,
        turnover INTEGER,
        vacancy INTEGER,
        agency INTEGER,
        absence INTEGER,
        caseload INTEGER,
        PRIMARY KEY (level, place)
    ) STRICT, WITHOUT ROWID""",
    # What became of a team or a service: one without a successor has closed.
    """CREATE TABLE ending (
        kind TEXT NOT NULL CHECK (kind IN ('team', 'service')),
        unit TEXT NOT NULL,
        day TEXT NOT NULL,
        successor TEXT CHECK (successor <> unit),
        PRIMARY KEY (kind, unit)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE former_name (
        kind TEXT NOT NULL CHECK (kind IN ('team', 'service')),
        unit TEXT NOT NULL,
        until TEXT NOT NULL,
        name TEXT NOT NULL,
        PRIMARY KEY (kind, unit, until, name)
    ) STRICT, WITHOUT ROWID""",
)

# A team that came later may be opened again until it is published; a survey that was changed by others is noticed.
_LATER = (
    "ALTER TABLE opened_team ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1))",
    "ALTER TABLE survey ADD COLUMN sha256 TEXT CHECK (length(sha256) = 64)",
)

# What a lead decided about the columns of another program's table.
_ANSWERS = (
    """CREATE TABLE answer_mapping (
        survey TEXT NOT NULL,
        layout TEXT NOT NULL,
        document BLOB NOT NULL,
        PRIMARY KEY (survey, layout)
    ) STRICT, WITHOUT ROWID""",
)

# Questionnaires that a council has written itself, every version of them.
_QUESTIONNAIRES = (
    """CREATE TABLE questionnaire (
        id TEXT NOT NULL,
        version TEXT NOT NULL,
        document BLOB NOT NULL,
        PRIMARY KEY (id, version)
    ) STRICT, WITHOUT ROWID""",
)

# In which order teams that came later were opened; 0 for those that were opened together.
_ORDER = (
    "ALTER TABLE opened_team ADD COLUMN place INTEGER NOT NULL DEFAULT 0 CHECK (place >= 0)",
    "UPDATE opened_team SET place = late",
    "ALTER TABLE opened_team DROP COLUMN late",
)

# How many rows of each team a table brought in: what stands in two of them can be told apart only once it is opened.
_TABLES_TAKEN = (
    """CREATE TABLE taken_table (
        survey TEXT NOT NULL,
        place INTEGER NOT NULL CHECK (place >= 0),
        team TEXT NOT NULL,
        rows INTEGER NOT NULL CHECK (rows > 0),
        PRIMARY KEY (survey, place, team),
        FOREIGN KEY (survey, team) REFERENCES survey_team
    ) STRICT, WITHOUT ROWID""",
)

# Files that could not be added as returns: they have to be asked for again, after the program was closed too.
_REFUSED_RETURNS = (
    """CREATE TABLE refused_return (
        survey TEXT NOT NULL REFERENCES survey,
        name TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (survey, name)
    ) STRICT, WITHOUT ROWID""",
)

# Two teams' files may have the same name: what is in them tells them apart.
_REFUSED_FILES = (
    """CREATE TABLE refused_file (
        survey TEXT NOT NULL REFERENCES survey,
        name TEXT NOT NULL,
        envelopes BLOB NOT NULL CHECK (length(envelopes) % 32 = 0),
        reason TEXT NOT NULL,
        PRIMARY KEY (survey, name, envelopes)
    ) STRICT, WITHOUT ROWID""",
    "INSERT INTO refused_file SELECT survey, name, x'', reason FROM refused_return",
    "DROP TABLE refused_return",
)

# A team that came later and of which too few answers count: it stays hidden, and waits for nobody.
_HIDDEN_LATER = ("ALTER TABLE opened_team ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))",)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    _FIRST,
    _TRAVEL,
    _PLANS,
    _WORKFORCE,
    _LATER,
    _ANSWERS,
    _QUESTIONNAIRES,
    _ORDER,
    _TABLES_TAKEN,
    _REFUSED_RETURNS,
    _REFUSED_FILES,
    _HIDDEN_LATER,
)
NEWEST = len(MIGRATIONS)


def version_of(store: Executes) -> int:
    """Return how many steps a database has taken."""
    return int(store.execute("PRAGMA user_version").fetchone()[0])


def migrate(store: Executes) -> None:
    """Take the steps that are left; to be called inside a transaction."""
    for number in range(version_of(store), NEWEST):
        for statement in MIGRATIONS[number]:
            store.execute(statement)
    store.execute(f"PRAGMA user_version = {NEWEST}")
    store.execute(f"PRAGMA application_id = {APPLICATION_ID}")
