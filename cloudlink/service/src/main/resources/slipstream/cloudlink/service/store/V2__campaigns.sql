-- Campaigns, rewards, purchases, refunds. A decision is kept in its payment's row, so that deciding and a
-- refund that comes in meanwhile wait for each other.

ALTER TABLE payment ADD COLUMN amount BIGINT;
ALTER TABLE payment ADD COLUMN currency VARCHAR(3);
ALTER TABLE payment ADD COLUMN paid_at BIGINT;
ALTER TABLE payment ADD COLUMN decided_at BIGINT;
ALTER TABLE payment ADD COLUMN reason VARCHAR(32);
ALTER TABLE payment ADD COLUMN linked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE payment ADD COLUMN campaign_id VARCHAR(32);
ALTER TABLE payment ADD COLUMN token_hash CHAR(64);
ALTER TABLE payment ADD COLUMN own_link INTEGER NOT NULL DEFAULT 0;
ALTER TABLE payment ADD COLUMN reward_hash CHAR(64);
UPDATE payment SET
    decided_at = (SELECT d.decided_at FROM decision d WHERE d.payment_key = payment.payment_key),
    reason = (SELECT d.reason FROM decision d WHERE d.payment_key = payment.payment_key),
    token_hash = (SELECT d.token_hash FROM decision d WHERE d.payment_key = payment.payment_key);
UPDATE payment SET linked = 1, own_link = 1 WHERE token_hash IS NOT NULL;
DROP TABLE decision;

ALTER TABLE mark ADD COLUMN seen_at BIGINT NOT NULL DEFAULT 0;
UPDATE mark SET seen_at = marked_at;

ALTER TABLE claim_link ADD COLUMN campaign_id VARCHAR(32) NOT NULL DEFAULT 'standing';
ALTER TABLE claim_link ADD COLUMN block_lines INTEGER NOT NULL DEFAULT 2;
ALTER TABLE claim_link ADD COLUMN taken_back_at BIGINT;

ALTER TABLE voucher ADD COLUMN redeemed_at BIGINT;
ALTER TABLE voucher ADD COLUMN redeemed_by VARCHAR(32);
ALTER TABLE voucher ADD COLUMN taken_back_at BIGINT;
ALTER TABLE voucher ADD COLUMN refunded_at BIGINT;

ALTER TABLE item ADD COLUMN stock INTEGER;

CREATE TABLE item_tally (
    item_id VARCHAR(40) PRIMARY KEY,
    issued  INTEGER NOT NULL
);

CREATE TABLE campaign (
    campaign_id VARCHAR(32) PRIMARY KEY,
    circle      VARCHAR(32) NOT NULL,
    priority    INTEGER NOT NULL,
    definition  TEXT NOT NULL,
    added_at    BIGINT NOT NULL,
    stopped_at  BIGINT
);
CREATE INDEX campaign_circle ON campaign (circle, priority, campaign_id);

-- day: days since 1970 in the campaign's zone; -1 for the whole campaign.
CREATE TABLE campaign_tally (
    campaign_id VARCHAR(32) NOT NULL,
    day         BIGINT NOT NULL,
    used        INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, day)
);

-- kind: 'link' or 'reward'.
CREATE TABLE payer_tally (
    payer_key   CHAR(64) NOT NULL,
    campaign_id VARCHAR(32) NOT NULL,
    kind        VARCHAR(8) NOT NULL,
    day         BIGINT NOT NULL,
    used        INTEGER NOT NULL,
    counted_at  BIGINT NOT NULL,
    PRIMARY KEY (payer_key, campaign_id, kind, day)
);

CREATE TABLE exposure (
    payer_key   CHAR(64) NOT NULL,
    campaign_id VARCHAR(32) NOT NULL,
    control     INTEGER NOT NULL,
    met_at      BIGINT NOT NULL,
    PRIMARY KEY (payer_key, campaign_id)
);

CREATE TABLE purchase (
    payer_key   CHAR(64) NOT NULL,
    merchant_id VARCHAR(32) NOT NULL,
    bought      INTEGER NOT NULL,
    bought_at   BIGINT NOT NULL,
    PRIMARY KEY (payer_key, merchant_id)
);

CREATE TABLE reward (
    payer_key   CHAR(64) NOT NULL,
    token_hash  CHAR(64) NOT NULL,
    circle      VARCHAR(32) NOT NULL,
    made_at     BIGINT NOT NULL,
    printed_for CHAR(64),
    symbol_hash CHAR(64),
    PRIMARY KEY (payer_key, token_hash)
);

CREATE TABLE opt_out (
    payer_key     CHAR(64) PRIMARY KEY,
    opted_out_at  BIGINT NOT NULL
);

CREATE TABLE invitation (
    token_hash    CHAR(64) PRIMARY KEY,
    payer_key     CHAR(64) NOT NULL,
    payer_version INTEGER NOT NULL,
    circle        VARCHAR(32) NOT NULL,
    made_at       BIGINT NOT NULL
);
