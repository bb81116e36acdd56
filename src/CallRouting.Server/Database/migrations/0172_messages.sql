-- What the contact centre tells an office about one caller. What it says is sealed.
create table messages (
  id {id} not null primary key,
  unit_number {text} not null,
  line_id {id} not null,
  callback_id {id} null,
  urgent {flag} not null,
  content {bytes} not null,
  sender_id {text} not null,
  sender_name {text} not null,
  sent_at {instant} not null,
  first_read_at {instant} null,
  -- When the office was told that nobody has opened it.
  told_at {instant} null
);
create index messages_of_unit on messages (unit_number, sent_at);
create index messages_of_sender on messages (sender_id, sent_at);
create index messages_of_callback on messages (callback_id);

-- Who of the office opened it when: the first time of each.
create table message_reads (
  message_id {id} not null,
  reader_id {id} not null,
  reader_name {text} not null,
  read_at {instant} not null,
  primary key (message_id, reader_id)
);
