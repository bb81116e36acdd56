using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Rosters;

/// <summary>When callers were transferred to a line; of the callers themselves, nothing.</summary>
public sealed class PastCallStore
{
    // A call-back is our call, not the caller's.
    private const string OfLine = """
        select   started_at, urgent
        from     transfers
        where    line_id = @line and callback_id is null and started_at >= @from and started_at < @to
        order by started_at, id
        """;

    public async Task<IReadOnlyList<PastCall>> Of(DutyLineId line, Interval when, UnitOfWork unit) =>
        [
            .. (
                await unit.Query<PastCallRow>(
                    OfLine,
                    new
                    {
                        line = line.Value,
                        from = when.Start,
                        to = when.End,
                    }
                )
            ).Select(row => new PastCall(row.StartedAt, row.Urgent ? Urgency.Urgent : Urgency.CanWait)),
        ];

    private sealed class PastCallRow
    {
        public Instant StartedAt { get; set; }

        public bool Urgent { get; set; }
    }
}
