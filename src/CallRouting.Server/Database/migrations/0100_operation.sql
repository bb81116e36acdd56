-- A call has at most one flag of each reason that concerns it alone.
create index flags_by_call on flags (call_id);
