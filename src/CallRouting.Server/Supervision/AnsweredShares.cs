using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Supervision;

/// <summary>
/// How many callers who were on the line were offered to an office, and how many of them somebody accepted. What we or the provider
/// failed is not offered, nor who left before the ladder had come to its end. Counted plainly over the transfers of a period.
/// </summary>
public sealed class AnsweredShares
{
    private const string ByOffice = """
        select   unit_number, sum(offered) as offered, sum(reached) as accepted
        from     (
                   select unit_number, reached, case when reached = 1 or missed = 1 then 1 else 0 end as offered
                   from   (
                            select t.unit_number,
                                   case when exists (select 1 from attempts a where a.transfer_id = t.id and a.outcome = @accepted)
                                        then 1 else 0 end as reached,
                                   case when t.state = @unanswered and not exists (
                                          select 1 from flags f where f.transfer_id = t.id and f.counts_against_office = @no
                                        )
                                        then 1 else 0 end as missed
                            from   transfers t
                            where  t.started_at >= @from and t.started_at < @to and t.callback_id is null
                          ) told
                 ) counted
        group by unit_number
        order by unit_number
        """;

    public Task<IReadOnlyList<AnsweredRow>> Of(Interval period, UnitOfWork unit) =>
        unit.Query<AnsweredRow>(
            ByOffice,
            new
            {
                from = period.Start,
                to = period.End,
                accepted = nameof(Outcome.Accepted),
                unanswered = nameof(Unanswered),
                no = false,
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
