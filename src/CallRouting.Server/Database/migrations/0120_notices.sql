-- What officers, leads and supervisors are told. Who is lead, deputy, and how they are written to, is the roster file's.
alter table officers add email {text} null;
alter table officers add language {text} null;
alter table officers add is_deputy {flag} not null default {no};

-- One row is one message to one person. Rows of one matter share a topic; so nobody is told the same twice, however often it is asked for.
create table notices (
  id {id} not null primary key,
  kind {text} not null,
  topic {id} not null,
  -- In the chain from lead to supervisor; 0 for who is told for their own sake.
  place {number} not null,
  recipient {id} not null,
  recipient_name {text} not null,
  channel {id} not null,
  unit_number {text} not null,
  line_id {id} not null,
  -- The officer whose phone or shift it is about, where that is not the recipient.
  officer_id {id} null,
  from_at {instant} not null,
  to_at {instant} not null,
  -- Of uncovered hours: how many times.
  times {number} not null,
  made_at {instant} not null,
  due_at {instant} not null,
  sent_at {instant} null,
  failed {text} null,
  pass_on_at {instant} null,
  passed_on_at {instant} null,
  confirmed_at {instant} null,
  confirmed_by {text} null,
  -- It is no longer so, and nothing follows from it any more.
  moot_at {instant} null
);
create unique index notices_once on notices (topic, place, recipient, channel);
create index notices_of_recipient on notices (recipient, confirmed_at);
create index notices_of_line on notices (line_id, made_at);
create index notices_of_unit on notices (unit_number, made_at);
create index notices_by_time on notices (from_at);

-- How far the rounds have come that make notices: what was not made because nobody was there is made once, by whoever is.
create table notice_rounds (
  name {id} not null primary key,
  done_until {instant} not null
);
