-- Who must answer, as the roster file says it; the whole of it is replaced at once. Times are wall times in Europe/Oslo.
create table officers (
  id {id} not null primary key,
  unit_number {text} not null,
  position {number} not null,
  name {text} not null,
  is_lead {flag} not null
);
create index officers_of_unit on officers (unit_number);

create table officer_phones (
  officer_id {id} not null references officers (id),
  position {number} not null,
  number {text} not null,
  primary key (officer_id, position)
);

-- Outlives a replaced roster: who asked not to be rung is not rung because a file was read.
create table officer_pauses (
  officer_id {id} not null primary key,
  since {instant} not null
);

create table duty_lines (
  id {id} not null primary key,
  unit_number {text} not null,
  position {number} not null,
  name {text} not null,
  target_group {text} null,
  is_general {flag} not null,
  is_out_of_service {flag} not null,
  -- Null, and no rungs: the default ladder.
  rounds {number} null,
  budget_seconds {number} null
);
create index duty_lines_of_unit on duty_lines (unit_number);

create table escalation_rungs (
  line_id {id} not null references duty_lines (id),
  position {number} not null,
  rings {text} not null,
  seconds {number} not null,
  together {flag} not null,
  ring_anyway {flag} not null,
  fixed_line {text} null,
  neighbour_line_id {id} null,
  primary key (line_id, position)
);

create table shifts (
  line_id {id} not null references duty_lines (id),
  position {number} not null,
  officer_id {id} not null references officers (id),
  role {text} not null,
  -- One bit a weekday, Monday the lowest.
  days {number} not null,
  from_time {text} not null,
  to_time {text} not null,
  valid_from {text} not null,
  valid_to {text} null,
  on_holidays {flag} not null,
  primary key (line_id, position)
);

create table agents (
  id {id} not null primary key,
  position {number} not null,
  name {text} not null,
  station {text} not null
);

create table inbound_numbers (
  number {id} not null primary key,
  position {number} not null,
  name {text} not null,
  flow {text} not null,
  entry {text} not null,
  unit_number {text} null
);

create table emergency_numbers (
  municipality_number {id} not null primary key,
  number {text} not null
);
