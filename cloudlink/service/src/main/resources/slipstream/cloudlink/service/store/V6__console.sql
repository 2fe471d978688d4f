-- Who may look and change, what they did, and the daily figures they look at.

CREATE TABLE account (
    user_name   VARCHAR(32) PRIMARY KEY,
    role        VARCHAR(16) NOT NULL,
    circle      VARCHAR(32) NOT NULL,
    merchant_id VARCHAR(32) REFERENCES merchant (merchant_id),
    password    TEXT NOT NULL,
    ready       INTEGER NOT NULL,
    totp        TEXT,
    totp_step   BIGINT NOT NULL,
    added_at    BIGINT NOT NULL
);

CREATE TABLE recovery_code (
    user_name VARCHAR(32) NOT NULL,
    code_hash CHAR(64) NOT NULL,
    PRIMARY KEY (user_name, code_hash)
);

CREATE TABLE access_token (
    token_hash CHAR(64) PRIMARY KEY,
    user_name  VARCHAR(32) NOT NULL,
    label      TEXT NOT NULL,
    made_at    BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL
);

-- Tries count for names nobody has as well: an answer must not tell which names there are.
CREATE TABLE sign_in_try (
    name_hash    CHAR(64) PRIMARY KEY,
    failures     INTEGER NOT NULL,
    tried_at     BIGINT NOT NULL,
    locked_until BIGINT NOT NULL
);

CREATE TABLE session (
    session_hash CHAR(64) PRIMARY KEY,
    user_name    VARCHAR(32) NOT NULL,
    seen_at      BIGINT NOT NULL,
    ends_at      BIGINT NOT NULL
);

-- Rows are added and, when their time is over, dropped; no statement changes one.
CREATE TABLE audit (
    audit_id CHAR(64) PRIMARY KEY,
    done_at  BIGINT NOT NULL,
    who      VARCHAR(40) NOT NULL,
    circle   VARCHAR(32),
    action   VARCHAR(40) NOT NULL,
    subject  TEXT NOT NULL,
    detail   TEXT NOT NULL
);
CREATE INDEX audit_time ON audit (done_at);

CREATE TABLE enrolment (
    token_hash  CHAR(64) PRIMARY KEY,
    merchant_id VARCHAR(32) NOT NULL,
    name        TEXT NOT NULL,
    made_at     BIGINT NOT NULL,
    ends_at     BIGINT NOT NULL
);

-- What happened on a day (days since 1970 in the service's zone), counted from the tables above.
CREATE TABLE figure (
    merchant_id VARCHAR(32) NOT NULL,
    day         BIGINT NOT NULL,
    campaign_id VARCHAR(32) NOT NULL,
    kind        VARCHAR(24) NOT NULL,
    amount      BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, day, campaign_id, kind)
);

-- What boxes tell of a day: totals since they were started (run).
CREATE TABLE box_figure (
    merchant_id VARCHAR(32) NOT NULL,
    day         BIGINT NOT NULL,
    device_id   VARCHAR(40) NOT NULL,
    run         VARCHAR(40) NOT NULL,
    kind        VARCHAR(24) NOT NULL,
    amount      BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, day, device_id, run, kind)
);

-- Links whose page was opened, at the first time.
CREATE TABLE look (
    token_hash  CHAR(64) PRIMARY KEY,
    merchant_id VARCHAR(32) NOT NULL,
    campaign_id VARCHAR(32) NOT NULL,
    looked_at   BIGINT NOT NULL
);

CREATE INDEX payment_seen ON payment (seen_at);
CREATE INDEX voucher_issued ON voucher (issued_at);
CREATE INDEX voucher_redeemed ON voucher (redeemed_at);
CREATE INDEX look_time ON look (looked_at);
