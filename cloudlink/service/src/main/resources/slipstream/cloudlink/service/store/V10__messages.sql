-- Telling payers of rewards by a platform's message, where they have asked for it.

-- The payer's id at the platform, sealed under the master key. consent: which version of the text was agreed to.
CREATE TABLE message_address (
    payer_key      CHAR(64) PRIMARY KEY,
    merchant_id    VARCHAR(32) NOT NULL,
    sealed         TEXT NOT NULL,
    consent        INTEGER NOT NULL,
    agreed_at      BIGINT NOT NULL,
    used_at        BIGINT NOT NULL,
    unreachable_at BIGINT
);

-- A message about one reward. due_at: when it may be tried next, which is also the end of a node's lease on it; none
-- once its outcome is known. begun_at: since when it may have arrived without our knowing.
CREATE TABLE message (
    payer_key  CHAR(64) NOT NULL,
    token_hash CHAR(64) NOT NULL,
    made_at    BIGINT NOT NULL,
    due_at     BIGINT,
    tries      INTEGER NOT NULL,
    begun_at   BIGINT,
    outcome    VARCHAR(16),
    PRIMARY KEY (payer_key, token_hash)
);
CREATE INDEX message_due ON message (due_at);
