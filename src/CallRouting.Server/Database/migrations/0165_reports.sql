-- A report's life. What it says is in its versions.
create table reports (
  id {id} not null primary key,
  -- office:0104, municipality:3103, county:Østfold or country; and its name when it was made.
  subject {id} not null,
  name {text} not null,
  -- 2026-10, 2026, 2026-11-01/2026-11-18 …, and the same as days.
  period {id} not null,
  first_day {id} not null,
  last_day {id} not null,
  made_at {instant} not null,
  made_by {text} not null,
  last_day_to_object {id} not null,
  published_at {instant} null,
  -- The version that holds: 0 until it is published.
  version {number} not null
);
create unique index reports_once on reports (subject, period);
create index reports_by_day on reports (last_day, subject);
create index reports_unpublished on reports (published_at, last_day_to_object);

-- Version 0 is what offices may contest. From 1 on versions are published: added, never changed.
create table report_versions (
  report_id {id} not null,
  version {number} not null,
  -- JSON, as it is shown and exported.
  content {longtext} not null,
  -- SHA-256 of the content and of the hash before it, in hex.
  hash {text} not null,
  made_at {instant} not null,
  made_by {text} not null,
  primary key (report_id, version)
);

-- Rows whose counting an office contests, or a supervisor corrects, and what was ruled.
create table objections (
  id {id} not null primary key,
  report_id {id} not null,
  transfer_id {id} not null,
  unit_number {id} not null,
  area_code {id} not null,
  day {id} not null,
  -- How the row was counted.
  ending {text} not null,
  reason {text} not null,
  words {longtext} not null,
  made_at {instant} not null,
  made_by {text} not null,
  counted_as {text} null,
  why {longtext} null,
  ruled_at {instant} null,
  ruled_by {text} null
);
create index objections_of_report on objections (report_id, made_at);
create index objections_by_day on objections (day);
create index objections_of_transfer on objections (transfer_id);

-- What everybody may see. hidden_counts holds the counts that are not shown: later publications must not give them away.
create table releases (
  period {id} not null,
  version {number} not null,
  content {longtext} not null,
  hidden_counts {longtext} not null,
  hash {text} not null,
  made_at {instant} not null,
  primary key (period, version)
);

-- Letters that tell of reports: one row is one letter to one person.
create table report_letters (
  id {id} not null primary key,
  report_id {id} not null,
  version {number} not null,
  -- opened, published, corrected or contested.
  about {id} not null,
  recipient {id} not null,
  made_at {instant} not null,
  sent_at {instant} null,
  failed {text} null
);
create unique index report_letters_once on report_letters (report_id, version, about, recipient);
create index report_letters_unsent on report_letters (sent_at, failed);
