using CallRouting.Core.Supervision;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Supervision;

/// <summary>Finds call-backs that were not settled by their deadline, those too that were settled after it.</summary>
public sealed class OverdueLook
{
    // What passed its deadline while nobody looked, for longer than any outage.
    private static readonly Duration Back = Duration.FromDays(31);

    private const string Overdue = """
        select   c.id, c.call_id, c.line_id, c.unit_number, c.urgent, c.due_at
        from     callbacks c
        where    c.due_at < @now and c.due_at >= @since and (c.settled_at is null or c.settled_at > c.due_at)
        and      not exists (select 1 from flags f where f.late_callback_id = c.id)
        order by c.due_at, c.id
        """;

    public async Task<IReadOnlyList<FlagRow>> Find(Instant now, UnitOfWork unit) =>
        [.. (await unit.Query<OverdueRow>(Overdue, new { now, since = now - Back })).Select(row => row.Flag())];

    private sealed class OverdueRow
    {
        public string Id { get; set; } = "";

        public string CallId { get; set; } = "";

        public string? LineId { get; set; }

        public string? UnitNumber { get; set; }

        public bool Urgent { get; set; }

        public Instant DueAt { get; set; }

        public FlagRow Flag()
        {
            // An urgent one is due at the closing of the day.
            var kind = Urgent ? FlagKind.UrgentNotSettled : FlagKind.CallbackOverdue;
            return new()
            {
                Kind = kind.ToString(),
                Fact = FlagFact.OfCallback(kind, Id).Key,
                CallId = CallId,
                LateCallbackId = Id,
                LineId = LineId,
                UnitNumber = UnitNumber,
                Reason = FlagReasons.Of(kind),
                Urgent = Urgent,
                CountsAgainstOffice = UnitNumber is not null,
                FromAt = DueAt,
            };
        }
    }
}
