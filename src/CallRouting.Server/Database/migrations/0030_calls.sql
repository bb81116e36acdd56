-- A menu's content, kept by its hash for as long as a call may still walk it.
create table flows (
  hash {id} not null primary key,
  name {text} not null,
  content {longtext} not null,
  first_used_at {instant} not null
);

create table calls (
  id {id} not null primary key,
  sid {id} not null,
  number_called {text} not null,
  caller {bytes} null,
  caller_hash {id} null,
  flow_hash {id} not null,
  -- What the menu has learnt, sealed: it may hold a number that the caller keyed in.
  visit {bytes} not null,
  language {text} not null,
  urgency {text} not null,
  area_code {text} null,
  unit_number {text} null,
  state {text} not null,
  waiting_since {instant} null,
  goes_first {flag} not null,
  agent_id {text} null,
  agent_place {text} null,
  transfer_id {id} null,
  rooms {number} not null,
  -- Where the menu ended, it said something that the caller has not heard yet.
  unsaid {flag} not null,
  started_at {instant} not null,
  ended_at {instant} null,
  ended_because {text} null,
  version {number} not null
);
create unique index calls_by_sid on calls (sid);
create index calls_by_state on calls (state, waiting_since);

-- One telephone in one call: the caller's, an agent's, an officer's, or the caller's again when rung back.
create table legs (
  id {id} not null primary key,
  call_id {id} not null,
  transfer_id {id} null,
  attempt {number} null,
  role {text} not null,
  -- A caller's number is sealed; officers' and agents' are the roster's.
  phone {bytes} null,
  ring_seconds {number} not null,
  sid {id} null,
  step {number} not null,
  -- The document that answered the last step, sealed: asked for twice, it is given twice.
  reply {bytes} null,
  accepted {flag} not null,
  rank {number} not null,
  room {number} null,
  created_at {instant} not null,
  ended_at {instant} null,
  version {number} not null
);
create index legs_by_sid on legs (sid);
create index legs_by_call on legs (call_id);

create table rooms (
  -- Longer than an id: it holds the call's.
  name {text} not null primary key,
  call_id {id} not null,
  number {number} not null,
  conference_sid {id} null,
  started_at {instant} null,
  ended_at {instant} null
);

create table transfers (
  id {id} not null primary key,
  call_id {id} not null,
  callback_id {id} null,
  line_id {id} null,
  unit_number {text} not null,
  kind {text} not null,
  ladder {longtext} not null,
  state {text} not null,
  step {number} null,
  attempt {number} null,
  state_until {instant} null,
  officer_is_in {flag} not null,
  urgent {flag} not null,
  has_agent {flag} not null,
  caller_is_on_line {flag} not null,
  caller_is_in_room {flag} not null,
  caller_is_held {flag} not null,
  skip_consult {flag} not null,
  agent_is_leaving {flag} not null,
  room {number} not null,
  climb_from {number} not null,
  climb_since {instant} not null,
  wake_at {instant} null,
  started_at {instant} not null,
  ended_at {instant} null,
  version {number} not null
);
create index transfers_by_call on transfers (call_id);

create table attempts (
  transfer_id {id} not null,
  number {number} not null,
  step {number} not null,
  officer_id {text} not null,
  officer_name {text} not null,
  phone {text} not null,
  paused {flag} not null,
  phase {text} not null,
  until_at {instant} null,
  outcome {text} null,
  why {text} null,
  started_at {instant} not null,
  rang_at {instant} null,
  answered_at {instant} null,
  ended_at {instant} null,
  primary key (transfer_id, number)
);

-- No phone is rung by two of our calls at once.
create table reservations (
  phone {id} not null primary key,
  leg_id {id} not null,
  reserved_at {instant} not null
);

-- What is to be done, written with the state that wanted it and carried out afterwards.
create table actions (
  id {id} not null primary key,
  kind {text} not null,
  call_id {id} not null,
  transfer_id {id} null,
  leg_id {id} null,
  callback_id {id} null,
  phone {id} null,
  priority {number} not null,
  wake_at {instant} not null,
  claimed_until {instant} not null,
  sent_at {instant} null,
  tries {number} not null,
  done_at {instant} null,
  result {text} null
);
create index actions_due on actions (done_at, wake_at);

create table callbacks (
  id {id} not null primary key,
  call_id {id} not null,
  line_id {id} null,
  unit_number {text} null,
  reason {text} not null,
  urgent {flag} not null,
  language {text} not null,
  area_code {text} null,
  state {text} not null,
  number {bytes} null,
  number_hash {id} null,
  code {id} null,
  created_at {instant} not null,
  due_at {instant} not null,
  ring_at {instant} null,
  rings {number} not null,
  settled_at {instant} null,
  settled_by {text} null,
  version {number} not null
);
create index callbacks_by_state on callbacks (state, due_at);
create index callbacks_by_call on callbacks (call_id);
create index callbacks_by_code on callbacks (code);

create table flags (
  id {id} not null primary key,
  call_id {id} not null,
  transfer_id {id} null,
  callback_id {id} not null,
  line_id {id} null,
  unit_number {text} null,
  reason {text} not null,
  urgent {flag} not null,
  counts_against_office {flag} not null,
  raised_at {instant} not null
);
create index flags_by_time on flags (raised_at, id);
