-- A shift that somebody asks others to take. Answered once; what was agreed is a swap.
create table shift_offers (
  id {id} not null primary key,
  line_id {id} not null,
  rule_id {id} not null,
  turn {number} not null,
  day {number} null,
  giver {id} not null,
  -- Null: whoever comes first.
  asked {id} null,
  offered_by {text} not null,
  offered_at {instant} not null,
  -- open, taken, refused or withdrawn.
  state {text} not null,
  answered_by {text} null,
  answered_at {instant} null
);
create index shift_offers_of_line on shift_offers (line_id, state);
