-- Lines that nobody keeps for a part of a day, as the latest round found them.
create table line_gaps (
  line_id {id} not null primary key,
  unit_number {text} not null,
  -- yyyy-mm-dd, in Norway.
  day {text} not null,
  seconds {number} not null,
  looked_at {instant} not null
);

-- Each alarm of the wallboard: raised, or recovered.
create table alarms (
  name {id} not null primary key,
  raised_at {instant} null,
  cleared_at {instant} null,
  figure {number} not null
);
