-- A flag of every kind, once for each fact, with what came of it.
alter table flags add kind {text} not null default 'UnansweredTransfer';
alter table flags add fact {id} not null default '';
-- The call-back whose deadline passed. An unanswered transfer's flag came with its own.
alter table flags add late_callback_id {id} null;
alter table flags add officer_id {id} null;
-- The time that it is about, where that is not the moment it was raised.
alter table flags add from_at {instant} null;
alter table flags add to_at {instant} null;
-- How many, or a share in per mille.
alter table flags add figure {number} null;
alter table flags add state {text} not null default 'Open';
-- Where the state stands in lists: what somebody waits for comes first.
alter table flags add place {number} not null default 2;
alter table flags add finding {text} null;
alter table flags add version {number} not null default 0;
update flags set fact = id;
create unique index flags_by_fact on flags (fact);
create index flags_by_place on flags (place, raised_at, id);
create index flags_by_unit on flags (unit_number, place, raised_at, id);
create index flags_of_late_callback on flags (late_callback_id);
create index flags_by_transfer on flags (transfer_id);

-- Question, answer, closing: only ever added to. The words are sealed.
create table flag_follow_ups (
  flag_id {id} not null,
  number {number} not null,
  act {text} not null,
  words {bytes} null,
  finding {text} null,
  -- The topic of the notice that told of a question.
  topic {id} null,
  by_name {text} not null,
  by_role {text} not null,
  at {instant} not null,
  primary key (flag_id, number)
);

-- What goes on today is asked for without a line.
create index transfers_by_start on transfers (started_at);
create index transfers_by_end on transfers (state, ended_at);
