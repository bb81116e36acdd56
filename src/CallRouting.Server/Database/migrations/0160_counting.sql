-- What is counted. Nothing here says who called: rows stay when what is personal has been deleted, and their ids lead back until then.

-- One row for each transfer, made when it begins and counted once it is over (ending is not null).
create table counted_transfers (
  transfer_id {id} not null primary key,
  unit_number {id} not null,
  line_id {id} not null,
  -- The caller's municipality; empty: unknown.
  area_code {id} not null,
  -- The Norwegian day and half hour in which it began.
  day {id} not null,
  half_hour {number} not null,
  way {id} not null,
  urgent {flag} not null,
  language {id} not null,
  -- Empty: the line is for everybody.
  target_group {text} not null,
  -- When an officer was in the room; null: none is.
  accepted_at {instant} null,
  ending {id} null,
  rung {number} null,
  by_neighbour {flag} not null,
  seconds_to_accept {number} null,
  seconds_to_give_up {number} null,
  seconds_in_queue {number} not null,
  lost_afterwards {flag} not null,
  misrouted {flag} not null,
  counts_against_office {flag} not null
);
create index counted_transfers_by_day on counted_transfers (day, transfer_id);
create index counted_transfers_by_unit on counted_transfers (unit_number, day, transfer_id);
create index counted_transfers_by_area on counted_transfers (area_code, day, transfer_id);

-- Promises as they are now.
create table counted_callbacks (
  callback_id {id} not null primary key,
  -- Empty: the contact centre's.
  unit_number {id} not null,
  line_id {id} not null,
  area_code {id} not null,
  urgent {flag} not null,
  language {id} not null,
  owed_on {id} not null,
  due_on {id} not null,
  owed_at {instant} not null,
  due_at {instant} not null,
  settled_at {instant} null,
  attempts {number} not null
);
create index counted_callbacks_by_day on counted_callbacks (owed_on);
create index counted_callbacks_by_due_day on counted_callbacks (due_on);
create index counted_callbacks_by_unit on counted_callbacks (unit_number, due_on);

-- Calls that asked for an agent and are over.
create table counted_calls (
  call_id {id} not null primary key,
  unit_number {id} not null,
  area_code {id} not null,
  day {id} not null,
  half_hour {number} not null,
  urgent {flag} not null,
  language {id} not null,
  ending {id} not null,
  seconds_in_queue {number} not null,
  seconds_handled {number} not null
);
create index counted_calls_by_day on counted_calls (day);
create index counted_calls_by_unit on counted_calls (unit_number, day);

-- When a call came into the queue for the first time, when it was out of it for the last, and when it first had an agent.
alter table calls add queued_at {instant} null;
alter table calls add left_queue_at {instant} null;
alter table calls add agent_at {instant} null;

-- The sums of a day's transfers. A histogram is text: seconds, and how often where more than once ("11 14x2").
create table daily_transfers (
  day {id} not null,
  unit_number {id} not null,
  line_id {id} not null,
  area_code {id} not null,
  accepted_by_office {number} not null,
  accepted_by_neighbour {number} not null,
  on_first_rung {number} not null,
  lost_afterwards {number} not null,
  misrouted {number} not null,
  exhausted {number} not null,
  abandoned {number} not null,
  cancelled {number} not null,
  short_abandoned {number} not null,
  short_cancelled {number} not null,
  ours {number} not null,
  to_accept {longtext} not null,
  to_abandon {longtext} not null,
  in_queue {longtext} not null,
  own_number_offered {number} not null,
  own_number_accepted {number} not null,
  menu_offered {number} not null,
  menu_accepted {number} not null,
  transferred_offered {number} not null,
  transferred_accepted {number} not null,
  climbs_offered {number} not null,
  climbs_accepted {number} not null,
  primary key (day, unit_number, line_id, area_code)
);
create index daily_transfers_by_unit on daily_transfers (unit_number, day);
create index daily_transfers_by_area on daily_transfers (area_code, day);

-- Days of which something was counted. A stale one has got rows since its sums were made.
create table counted_days (
  day {id} not null primary key,
  stale {flag} not null
);
create index counted_days_stale on counted_days (stale, day);

-- How long each line had to be kept on a day that is over, and was, by the roster as it was then.
create table daily_coverage (
  day {id} not null,
  line_id {id} not null,
  unit_number {id} not null,
  obliged_seconds {number} not null,
  covered_seconds {number} not null,
  primary key (day, line_id)
);
create index daily_coverage_by_unit on daily_coverage (unit_number, day);
