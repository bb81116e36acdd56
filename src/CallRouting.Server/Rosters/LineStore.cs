using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Rosters;

/// <summary>What happens to duty lines beside the roster: taken out of service, busy, loaded with calls.</summary>
public sealed class LineStore
{
    private const string TakeOut = """
        insert into line_outages (line_id, until_at, since, set_by)
        values (@line, @until, @now, @who)
        """;

    private const string PutBack = "delete from line_outages where line_id = @line";

    private const string Held = "select phone from reservations";

    private const string Load = """
        select   kind, number_called, passed_on, count(*) as offered, sum(accepted) as accepted
        from     (
                   select t.kind, c.number_called,
                          case when t.passed_on_from is null then 0 else 1 end as passed_on,
                          case when exists (select 1 from attempts a where a.transfer_id = t.id and a.outcome = @accepted)
                               then 1 else 0 end as accepted
                   from   transfers t
                   join   calls c on c.id = t.call_id
                   where  t.line_id = @line and t.started_at >= @from and t.started_at < @to
                 ) each_transfer
        group by kind, number_called, passed_on
        """;

    /// <summary>Nobody is rung on the line until a moment. Said again, the latest word counts.</summary>
    public async Task TakeOutOfService(DutyLineId line, Instant until, string who, Instant now, UnitOfWork unit)
    {
        await PutInService(line, unit);
        await unit.Execute(
            TakeOut,
            new
            {
                line = line.Value,
                until,
                now,
                who,
            }
        );
    }

    public Task PutInService(DutyLineId line, UnitOfWork unit) => unit.Execute(PutBack, new { line = line.Value });

    /// <summary>Every phone that a call of ours rings or holds.</summary>
    public async Task<IReadOnlySet<PhoneNumber>> BusyPhones(UnitOfWork unit) =>
        (await unit.Query<string>(Held)).Select(phone => new PhoneNumber(phone)).ToHashSet();

    /// <summary>Transfers to a line that began in a period, by how the callers came.</summary>
    /// <param name="to">Not included.</param>
    public Task<IReadOnlyList<LoadRow>> LoadOf(DutyLineId line, Instant from, Instant to, UnitOfWork unit) =>
        unit.Query<LoadRow>(
            Load,
            new
            {
                line = line.Value,
                from,
                to,
                accepted = nameof(Core.Transfers.Outcome.Accepted),
            }
        );
}

/// <summary>Transfers of one kind, from callers who dialled one number.</summary>
public sealed class LoadRow
{
    public string Kind { get; set; } = "";

    public string NumberCalled { get; set; } = "";

    /// <summary>Another office's officer sent them on.</summary>
    public bool PassedOn { get; set; }

    public int Offered { get; set; }

    public int Accepted { get; set; }
}
