-- Credentials are sealed in a table of their own: where their file once was is nobody's business.
ALTER TABLE merchant DROP COLUMN wechat_file;

-- Since when no new link offers an item, and nobody can buy it; vouchers and links there are stay good.
ALTER TABLE item ADD COLUMN withdrawn_at BIGINT;
