using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Supervision;

/// <summary>A supervision flag: somebody was not reached, and this is where a supervisor sees it.</summary>
public sealed class FlagRow
{
    public string Id { get; set; } = "";

    public string CallId { get; set; } = "";

    public string? TransferId { get; set; }

    /// <summary>Empty: no call-back came of it.</summary>
    public string CallbackId { get; set; } = "";

    public string? LineId { get; set; }

    public string? UnitNumber { get; set; }

    public string Reason { get; set; } = "";

    public bool Urgent { get; set; }

    /// <summary>False where we or the provider failed, or the caller left before the office could answer.</summary>
    public bool CountsAgainstOffice { get; set; }

    public Instant RaisedAt { get; set; }
}

public sealed class FlagStore
{
    private const string Insert = """
        insert into flags (id, call_id, transfer_id, callback_id, line_id, unit_number, reason, urgent, counts_against_office, raised_at)
        values (@Id, @CallId, @TransferId, @CallbackId, @LineId, @UnitNumber, @Reason, @Urgent, @CountsAgainstOffice, @RaisedAt)
        """;

    private const string Latest = """
        select   id, call_id, transfer_id, callback_id, line_id, unit_number, reason, urgent, counts_against_office, raised_at
        from     flags
        where    (@unitNumber is null or unit_number = @unitNumber)
        order by raised_at desc, id desc
        """;

    public Task Raise(FlagRow flag, UnitOfWork unit) => unit.Execute(Insert, flag);

    public async Task<bool> IsRaised(string call, string reason, UnitOfWork unit) =>
        await unit.Find<long>("select count(*) from flags where call_id = @call and reason = @reason", new { call, reason }) > 0;

    /// <summary>The latest first; of one office, or of all.</summary>
    public Task<IReadOnlyList<FlagRow>> List(string? unitNumber, int count, UnitOfWork unit) =>
        unit.First<FlagRow>(Latest, count, new { unitNumber });
}
