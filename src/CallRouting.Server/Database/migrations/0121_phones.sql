-- A phone that its officer has shown to be theirs. Outlives a replaced roster.
create table verified_phones (
  officer_id {id} not null,
  number {id} not null,
  verified_at {instant} not null,
  primary key (officer_id, number)
);

-- A code that was sent to a phone, by its hash; the last one alone counts.
create table phone_codes (
  officer_id {id} not null,
  number {id} not null,
  id {id} not null,
  code {bytes} not null,
  made_at {instant} not null,
  tries {number} not null,
  primary key (officer_id, number)
);

-- What somebody texted us, by the provider's name of the message: told twice it is done once and answered the same. Not who, and not what.
create table texts_received (
  sid {id} not null primary key,
  answer {text} not null,
  received_at {instant} not null
);
