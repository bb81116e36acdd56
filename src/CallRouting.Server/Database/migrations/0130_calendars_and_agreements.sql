-- Whoever has the secret address may read a calendar. Kept is only what the secret comes to by SHA-256: from a copy of this table no
-- calendar can be read. Withdrawn, and not deleted.
create table calendar_addresses (
  id {id} not null primary key,
  secret_hash {text} not null,
  unit_number {text} not null,
  -- Null: the whole office.
  officer_id {id} null,
  made_by {text} not null,
  made_at {instant} not null,
  withdrawn_at {instant} null
);
create unique index calendar_addresses_by_secret on calendar_addresses (secret_hash);
create index calendar_addresses_of_unit on calendar_addresses (unit_number);

-- Lines that name the same agreement are kept together, by each other's people.
alter table duty_lines add agreement {text} null;
