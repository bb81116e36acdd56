-- What was published for a duty line. A row is never changed. It outlives a replaced roster file, as all tables here do.
create table roster_versions (
  line_id {id} not null,
  number {number} not null,
  first_day {text} not null,
  -- The first day on which it holds no longer.
  end_day {text} null,
  content {longtext} not null,
  accepted_gaps {longtext} not null,
  published_by {text} not null,
  published_at {instant} not null,
  primary key (line_id, number)
);

-- What somebody works on; one for a line. The version is the editors': who saves over another's work is told.
create table roster_drafts (
  line_id {id} not null primary key,
  content {longtext} not null,
  edited_by {text} not null,
  edited_at {instant} not null,
  version {number} not null
);

-- Beside the plan, of any version. Withdrawn, and not deleted: who was obliged then can be told afterwards.
create table roster_overrides (
  id {id} not null primary key,
  line_id {id} not null,
  role {text} not null,
  kind {text} not null,
  from_at {instant} not null,
  to_at {instant} not null,
  officer_out {id} null,
  officer_in {id} null,
  decided_by {text} not null,
  decided_at {instant} not null,
  withdrawn_at {instant} null
);
create index roster_overrides_of_line on roster_overrides (line_id, to_at);

create table roster_swaps (
  id {id} not null primary key,
  line_id {id} not null,
  rule_id {id} not null,
  turn {number} not null,
  day {number} null,
  giver {id} not null,
  taker {id} not null,
  decided_by {text} not null,
  decided_at {instant} not null,
  withdrawn_at {instant} null
);
create index roster_swaps_of_line on roster_swaps (line_id);

-- Why is nobody's business, and has no column.
create table officer_leave (
  id {id} not null primary key,
  officer_id {id} not null,
  first_day {text} not null,
  last_day {text} not null,
  -- Null: whole days. Otherwise one bit a weekday, Monday the lowest, and wall times.
  days {number} null,
  from_time {text} null,
  to_time {text} null,
  decided_by {text} not null,
  decided_at {instant} not null,
  withdrawn_at {instant} null
);
create index officer_leave_of_officer on officer_leave (officer_id, last_day);
