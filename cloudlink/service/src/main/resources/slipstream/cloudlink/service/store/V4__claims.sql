-- Claim pages: who may claim a link, where a voucher is used, what a payer may see and delete, items for sale.

ALTER TABLE merchant ADD COLUMN address TEXT;
ALTER TABLE merchant ADD COLUMN address_english TEXT;

ALTER TABLE item ADD COLUMN price BIGINT;
ALTER TABLE item ADD COLUMN currency VARCHAR(3);

ALTER TABLE claim_link ADD COLUMN payer_only INTEGER NOT NULL DEFAULT 0;

-- What belongs to a payer but lies elsewhere, so that it is found without looking into every shard.
-- kind: 'payment', 'link' (was made for the payer), 'voucher' (the link of one the payer claimed), 'invitation',
-- 'guest' (a payer who followed one).
CREATE TABLE trace (
    payer_key CHAR(64) NOT NULL,
    kind      VARCHAR(12) NOT NULL,
    ref       CHAR(64) NOT NULL,
    lasts_to  BIGINT NOT NULL,
    PRIMARY KEY (payer_key, kind, ref)
);
INSERT INTO trace (payer_key, kind, ref, lasts_to)
    SELECT payer_key, 'payment', payment_key, seen_at FROM payment WHERE payer_key IS NOT NULL;
INSERT INTO trace (payer_key, kind, ref, lasts_to)
    SELECT payer_key, 'link', token_hash, expires_at FROM claim_link;
INSERT INTO trace (payer_key, kind, ref, lasts_to)
    SELECT payer_key, 'invitation', token_hash, made_at FROM invitation;
