using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Supervision;

/// <summary>
/// How many callers were offered to an office, and how many of them somebody accepted: the rows that reports count
/// (<see cref="Counting.IsOffered"/>), so that the wall, a flag and a report never tell two shares. Who talks with an officer now has been
/// accepted; whose ladder still rings is not counted yet.
/// </summary>
public sealed class AnsweredShares
{
    private const string ByOffice = """
        select   unit_number, count(*) as offered,
                 sum(case when ending is null or ending = @accepted then 1 else 0 end) as accepted
        from     counted_transfers
        where    day between @first and @last and way <> @callback
        and      (ending in (@accepted, @exhausted, @abandoned, @cancelled) or (ending is null and accepted_at is not null))
        group by unit_number
        order by unit_number
        """;

    /// <param name="days">Norwegian days on which the transfers began.</param>
    public Task<IReadOnlyList<AnsweredRow>> Of(DateInterval days, UnitOfWork unit) =>
        unit.Query<AnsweredRow>(
            ByOffice,
            new
            {
                first = days.Start,
                last = days.End,
                callback = nameof(Way.Callback),
                accepted = nameof(Ending.Accepted),
                exhausted = nameof(Ending.Exhausted),
                abandoned = nameof(Ending.Abandoned),
                cancelled = nameof(Ending.Cancelled),
            }
        );
}

/// <summary>An office's, in a period.</summary>
public sealed class AnsweredRow
{
    public string UnitNumber { get; set; } = "";

    public int Offered { get; set; }

    public int Accepted { get; set; }
}
