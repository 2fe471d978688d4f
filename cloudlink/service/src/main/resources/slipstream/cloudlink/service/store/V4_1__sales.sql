-- An item that somebody buys: becomes a voucher once the platform tells that it was paid.
CREATE TABLE sale (
    order_key   CHAR(64) PRIMARY KEY,
    merchant_id VARCHAR(32) NOT NULL,
    item_id     VARCHAR(40) NOT NULL,
    token       VARCHAR(32) NOT NULL,
    claimant    CHAR(64) NOT NULL,
    holder_key  CHAR(64) NOT NULL,
    amount      BIGINT NOT NULL,
    currency    VARCHAR(3) NOT NULL,
    ordered_at  BIGINT NOT NULL,
    paid_at     BIGINT,
    undone_at   BIGINT
);
