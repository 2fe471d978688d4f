-- What merchants entrust to us at the platforms, sealed under the master key, which is elsewhere.

CREATE TABLE credential (
    merchant_id VARCHAR(32) NOT NULL,
    platform    VARCHAR(16) NOT NULL,
    sealed      TEXT NOT NULL,
    PRIMARY KEY (merchant_id, platform)
);
