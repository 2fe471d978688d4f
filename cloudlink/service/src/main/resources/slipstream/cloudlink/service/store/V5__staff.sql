-- Redemption at the till, and tokens for identification at the scan.

-- Which receipt or press of a button used a voucher up: asked again by the same, the answer is the same.
ALTER TABLE voucher ADD COLUMN occasion CHAR(64);

CREATE TABLE staff (
    staff_id    VARCHAR(40) PRIMARY KEY,
    merchant_id VARCHAR(32) NOT NULL REFERENCES merchant (merchant_id),
    name        TEXT NOT NULL,
    link_hash   CHAR(64) NOT NULL,
    secret_hash CHAR(64) NOT NULL,
    added_at    BIGINT NOT NULL,
    revoked_at  BIGINT,
    failures    INTEGER NOT NULL DEFAULT 0,
    failed_at   BIGINT NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX staff_link ON staff (link_hash);

CREATE TABLE staff_session (
    session_hash CHAR(64) PRIMARY KEY,
    staff_id     VARCHAR(40) NOT NULL,
    expires_at   BIGINT NOT NULL
);

CREATE TABLE pool_token (
    token_hash  CHAR(64) PRIMARY KEY,
    device_id   VARCHAR(40) NOT NULL,
    merchant_id VARCHAR(32) NOT NULL,
    campaign_id VARCHAR(32),
    issued_at   BIGINT NOT NULL,
    expires_at  BIGINT NOT NULL,
    used_at     BIGINT,
    receipt_key CHAR(64),
    paid_by     VARCHAR(16),
    name_key    CHAR(64)
);

-- day: days since 1970 UTC.
CREATE TABLE pool_tally (
    device_id VARCHAR(40) NOT NULL,
    day       BIGINT NOT NULL,
    issued    INTEGER NOT NULL,
    PRIMARY KEY (device_id, day)
);
