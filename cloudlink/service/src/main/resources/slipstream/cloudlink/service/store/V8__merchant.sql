-- Credentials are sealed in a table of their own: where their file once was is nobody's business.

ALTER TABLE merchant DROP COLUMN wechat_file;
