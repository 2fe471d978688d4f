-- Digital copies of receipts: only where the merchant has switched them on, only when the payer asks.
ALTER TABLE merchant ADD COLUMN copies INTEGER NOT NULL DEFAULT 0;

-- What the box calls the receipt, where something else than the link's own token was printed on it.
ALTER TABLE claim_link ADD COLUMN printed_hash CHAR(64);

-- A copy that somebody has asked for; sealed once it came. Whose it is says the payer's trace of kind 'copy'.
CREATE TABLE receipt_copy (
    copy_hash   CHAR(64) PRIMARY KEY,
    merchant_id VARCHAR(32) NOT NULL,
    asked_at    BIGINT NOT NULL,
    came_at     BIGINT,
    sealed      TEXT
);

-- What a merchant's boxes are asked for at the moment.
CREATE TABLE copy_wish (
    merchant_id VARCHAR(32) NOT NULL,
    copy_hash   CHAR(64) NOT NULL,
    asked_at    BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, copy_hash)
);
