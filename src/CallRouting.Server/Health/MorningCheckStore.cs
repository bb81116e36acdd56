using CallRouting.Core.Transfers;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Health;

/// <summary>A morning check as it is stored, while it runs and afterwards.</summary>
public sealed class MorningCheckRow
{
    public string Id { get; set; } = "";

    public Instant StartedAt { get; set; }

    /// <summary>Why the provider did not place the test call.</summary>
    public string? Refused { get; set; }

    /// <summary>What is wrong with our numbers at the provider.</summary>
    public string? SetUp { get; set; }

    /// <summary>The test call as it came in. What counts calls leaves these out.</summary>
    public string? CallId { get; set; }

    public Instant? ConcludedAt { get; set; }

    public bool Hinders { get; set; }

    /// <summary>A <see cref="MorningReport"/> as JSON.</summary>
    public string? Report { get; set; }
}

public sealed class MorningCheckStore
{
    /// <summary>A check that has not concluded by then never will, and the next may begin.</summary>
    private static readonly Duration Longest = Duration.FromMinutes(5);

    private const string Columns = """
        select   id, started_at, refused, set_up, call_id, concluded_at, hinders, report
        from     morning_checks

        """;

    private const string Insert = """
        insert into morning_checks (id, started_at, refused, set_up, call_id, concluded_at, hinders, report)
        values (@Id, @StartedAt, @Refused, @SetUp, @CallId, @ConcludedAt, @Hinders, @Report)
        """;

    private const string Update = """
        update morning_checks
        set    refused = @Refused, set_up = @SetUp, concluded_at = @ConcludedAt, hinders = @Hinders, report = @Report
        where  id = @Id
        """;

    private const string TakeCall = "update morning_checks set call_id = @call where id = @id and call_id is null";

    private const string Proven = "select distinct phone from attempts where outcome = @accepted";

    private const string Backlog = "select count(*) from callbacks where state = @open and due_at < @before";

    public Task Add(MorningCheckRow check, UnitOfWork unit) => unit.Execute(Insert, check);

    public Task Save(MorningCheckRow check, UnitOfWork unit) => unit.Execute(Update, check);

    public async Task<MorningCheckRow> Load(string id, UnitOfWork unit) =>
        await unit.Find<MorningCheckRow>(Columns + "where id = @id", new { id })
        ?? throw new InvalidOperationException($"There is no morning check {id}.");

    public async Task<MorningCheckRow?> Latest(UnitOfWork unit) =>
        await unit.First<MorningCheckRow>(Columns + "order by started_at desc, id desc", 1) is [var latest] ? latest : null;

    public async Task<MorningCheckRow?> UnderWay(Instant now, UnitOfWork unit) =>
        await Latest(unit) is { ConcludedAt: null } latest && now - latest.StartedAt < Longest ? latest : null;

    /// <summary>A call that came in from our own number is the test call of the check under way, unless that has come in already.</summary>
    public async Task<bool> Takes(string call, Instant now, UnitOfWork unit) =>
        await UnderWay(now, unit) is { } check && await unit.Execute(TakeCall, new { call, id = check.Id }) == 1;

    /// <summary>Phones that have accepted a call of ours, ever.</summary>
    public async Task<IReadOnlySet<string>> ProvenPhones(UnitOfWork unit) =>
        (await unit.Query<string>(Proven, new { accepted = nameof(Outcome.Accepted) })).ToHashSet();

    /// <summary>Open call-backs with a deadline before a moment.</summary>
    public Task<long> OpenCallbacks(Instant before, UnitOfWork unit) =>
        unit.Find<long>(Backlog, new { open = CallbackStates.Open, before });
}

/// <param name="Opens">When the lines open next.</param>
/// <param name="Hinders">Something keeps callers from getting through as they should.</param>
public sealed record MorningReport(
    DateTimeOffset Opens,
    bool Hinders,
    IReadOnlyList<Core.Health.Finding> Findings,
    long OpenCallbacks,
    long OverdueCallbacks
);

/// <summary>The timeline's words. Stored: add, never change.</summary>
public static class MorningStories
{
    public const string TestCall = "test call of the morning check";
    public const string Nothing = "morning check found nothing";
    public const string Found = "morning check found something";
}
