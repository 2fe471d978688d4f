-- Times are milliseconds since 1970 UTC. Every table that grows with payments is keyed first by a hash, so
-- that a cluster can spread it. Statements keep to what SQLite and PostgreSQL both understand.

CREATE TABLE merchant (
    merchant_id     VARCHAR(32) PRIMARY KEY,
    name            TEXT NOT NULL,
    name_english    TEXT NOT NULL,
    language        VARCHAR(8) NOT NULL,
    circle          VARCHAR(32) NOT NULL,
    exclusion_group VARCHAR(32),
    wechat_file     TEXT
);
CREATE INDEX merchant_exclusion ON merchant (circle, exclusion_group);

CREATE TABLE device (
    device_id   VARCHAR(40) PRIMARY KEY,
    merchant_id VARCHAR(32) NOT NULL REFERENCES merchant (merchant_id),
    name        TEXT NOT NULL,
    revoked_at  BIGINT
);

CREATE TABLE item (
    item_id       VARCHAR(40) PRIMARY KEY,
    merchant_id   VARCHAR(32) NOT NULL REFERENCES merchant (merchant_id),
    title         TEXT NOT NULL,
    title_english TEXT NOT NULL,
    terms         TEXT NOT NULL,
    valid_days    INTEGER NOT NULL,
    position      INTEGER NOT NULL
);
CREATE INDEX item_merchant ON item (merchant_id, position);

CREATE TABLE payment (
    payment_key   CHAR(64) PRIMARY KEY,
    merchant_id   VARCHAR(32) NOT NULL,
    state         VARCHAR(16) NOT NULL,
    payer_key     CHAR(64),
    payer_version INTEGER,
    seen_at       BIGINT NOT NULL
);

CREATE TABLE payment_name (
    name_key    CHAR(64) PRIMARY KEY,
    payment_key CHAR(64) NOT NULL
);

CREATE TABLE decision (
    payment_key CHAR(64) PRIMARY KEY,
    merchant_id VARCHAR(32) NOT NULL,
    reason      VARCHAR(32),
    token_hash  CHAR(64),
    decided_at  BIGINT NOT NULL
);

CREATE TABLE mark (
    payer_key       CHAR(64) NOT NULL,
    circle          VARCHAR(32) NOT NULL,
    payer_version   INTEGER NOT NULL,
    source_merchant VARCHAR(32),
    source_payer    CHAR(64),
    source_version  INTEGER,
    marked_at       BIGINT NOT NULL,
    PRIMARY KEY (payer_key, circle)
);

CREATE TABLE claim_link (
    token_hash    CHAR(64) PRIMARY KEY,
    token         VARCHAR(32) NOT NULL,
    merchant_id   VARCHAR(32) NOT NULL,
    payer_key     CHAR(64) NOT NULL,
    payer_version INTEGER NOT NULL,
    opened_at     BIGINT NOT NULL,
    expires_at    BIGINT NOT NULL,
    claimed_at    BIGINT,
    claimant      CHAR(64),
    voucher_hash  CHAR(64)
);

CREATE TABLE claim_offer (
    token_hash CHAR(64) NOT NULL,
    position   INTEGER NOT NULL,
    item_id    VARCHAR(40) NOT NULL,
    PRIMARY KEY (token_hash, position)
);

CREATE TABLE voucher (
    voucher_hash CHAR(64) PRIMARY KEY,
    code         VARCHAR(16) NOT NULL,
    token_hash   CHAR(64) NOT NULL,
    item_id      VARCHAR(40) NOT NULL,
    issued_at    BIGINT NOT NULL,
    expires_at   BIGINT NOT NULL
);

CREATE TABLE notice (
    notice_key  CHAR(64) PRIMARY KEY,
    received_at BIGINT NOT NULL
);
