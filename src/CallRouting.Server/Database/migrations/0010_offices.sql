-- The registers, as their files say them (Offices/registers/README.md); replaced together, never in part.
-- Codes, unit numbers and dates (yyyy-MM-dd) are short ASCII and parts of keys: {id}. valid_to is the first day after the last.
create table areas (
  code {id} not null,
  kind {id} not null,
  name {text} not null,
  municipality_number {id} not null,
  county_number {id} not null,
  county_name {text} not null,
  valid_from {id} not null,
  valid_to {id} null,
  primary key (code, valid_from)
);
create table parallel_names (
  area_code {id} not null,
  position {number} not null,
  language {id} not null,
  name {text} not null,
  primary key (area_code, position)
);
create table municipality_changes (
  old_number {id} not null,
  new_number {id} not null,
  changed_on {id} not null,
  kind {id} not null,
  primary key (old_number, new_number, changed_on)
);
create table postcodes (
  code {id} not null,
  postal_place {text} not null,
  area_code {id} not null,
  valid_from {id} not null,
  valid_to {id} null,
  primary key (code, valid_from)
);
create table offices (
  unit_number {id} not null,
  name {text} not null,
  valid_from {id} not null,
  valid_to {id} null,
  primary key (unit_number, valid_from)
);
create table office_areas (
  area_code {id} not null,
  unit_number {id} not null,
  confidence {id} not null,
  valid_from {id} not null,
  valid_to {id} null,
  primary key (area_code, unit_number, valid_from)
);
create table register_files (
  name {id} not null primary key,
  sha256 {text} not null,
  loaded_at {instant} not null
);

