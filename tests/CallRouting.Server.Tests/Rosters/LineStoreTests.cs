using CallRouting.Core.Calls;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using CallRouting.Server.Tests.Database;
using CallRouting.Server.Transfers;
using NodaTime;

namespace CallRouting.Server.Tests.Rosters;

[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class LineStoreTests(string engine)
{
    private const string National = "+4755553333";
    private const string Own = "+4713010400";

    private static readonly DutyLineId General = new("0104-general");
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 9, 0);

    private readonly RosterStore rosters = new();
    private readonly LineStore lines = new();
    private readonly CallStore calls = new();
    private readonly TransferStore transfers = new();
    private TestDatabase database = null!;
    private int made;

    [SetUp]
    public async Task Open()
    {
        database = await TestDatabase.Migrated(engine);
        await Write(unit => rosters.Replace(SmallRoster.Book, unit));
    }

    [TearDown]
    public async Task Close() => await database.DisposeAsync();

    [Test]
    public async Task A_line_is_out_of_service_until_the_moment_that_was_said_last()
    {
        await Write(unit => lines.TakeOutOfService(General, Now + Duration.FromHours(1), "Liv", Now, unit));
        await Write(unit => lines.TakeOutOfService(General, Now + Duration.FromHours(2), "Kari", Now, unit));
        Assert.That((await Line()).OutOfServiceUntil, Is.EqualTo(Now + Duration.FromHours(2)));

        await Write(unit => lines.PutInService(General, unit));
        Assert.That((await Line()).OutOfServiceUntil, Is.Null);
    }

    [Test]
    public async Task A_neighbours_line_is_read_with_its_outage()
    {
        await Write(unit => lines.TakeOutOfService(General, Now + Duration.FromHours(1), "Liv", Now, unit));
        var roster = await database.Reads.Ask(unit => rosters.ForLine(new("1580-general"), Instant.FromUtc(2026, 11, 18, 9, 0), unit));
        Assert.That(roster.Neighbours.Single().Line.OutOfServiceUntil, Is.EqualTo(Now + Duration.FromHours(1)));
    }

    [Test]
    public async Task A_phone_is_busy_while_a_leg_holds_it()
    {
        await Write(unit => unit.Execute("insert into reservations (phone, leg_id, reserved_at) values ('+4712010401', 'leg-1', 1)"));
        Assert.That(await database.Reads.Ask(lines.BusyPhones), Is.EqualTo(new[] { new PhoneNumber("+4712010401") }));
    }

    [Test]
    public async Task Load_is_counted_by_how_callers_came_and_accepted_once_whoever_was_rung_before()
    {
        await Transferred(TransferKind.Direct, Own, Outcome.NoAnswer, Outcome.Accepted);
        await Transferred(TransferKind.Direct, Own);
        await Transferred(TransferKind.Direct, National, Outcome.NoAnswer);
        await Transferred(TransferKind.Warm, National, Outcome.Accepted);
        await Transferred(TransferKind.Warm, National, Outcome.Accepted, Outcome.Accepted);
        await Transferred(TransferKind.Warm, Own, Outcome.Declined);
        await Transferred(TransferKind.Callback, National, Outcome.Accepted);
        await PassedOn(Own, Outcome.Accepted);

        var load = await Load(Now, Now + Duration.FromHours(1));

        Assert.That(load.Direct, Is.EqualTo(new LoadCount(2, 1)));
        Assert.That(load.Menu, Is.EqualTo(new LoadCount(1, 0)));
        Assert.That(load.Transferred, Is.EqualTo(new LoadCount(4, 3)));
    }

    [Test]
    public async Task A_period_holds_its_first_moment_and_not_its_last()
    {
        await Transferred(TransferKind.Warm, National);
        Assert.That((await Load(Now, Now + Duration.Epsilon)).Transferred.Offered, Is.Zero, "microseconds are the smallest that is kept");
        Assert.That((await Load(Now, Now + Duration.FromTicks(10))).Transferred.Offered, Is.EqualTo(1));
        Assert.That((await Load(Now - Duration.FromHours(1), Now)).Transferred.Offered, Is.Zero);
    }

    private Task PassedOn(string numberCalled, params Outcome[] outcomes) =>
        Transferred(TransferKind.Direct, numberCalled, "transfer-of-another-office", outcomes);

    private Task Transferred(TransferKind kind, string numberCalled, params Outcome[] outcomes) =>
        Transferred(kind, numberCalled, passedOnFrom: null, outcomes);

    private async Task Transferred(TransferKind kind, string numberCalled, string? passedOnFrom, Outcome[] outcomes)
    {
        var (call, transfer) = ($"call-{++made}", $"transfer-{made}");
        var row = new TransferRow
        {
            Id = transfer,
            CallId = call,
            LineId = General.Value,
            UnitNumber = "0104",
            Kind = kind.ToString(),
            Ladder = LadderText.Write(new Ladder([], 1, Duration.FromSeconds(120))),
            StartedAt = Now,
        };
        var before = new Transfer
        {
            Id = new(transfer),
            Call = new(call),
            Ladder = new Ladder([], 1, Duration.FromSeconds(120)),
            State = Ringing.NotYet,
            StartedAt = Now,
            ClimbSince = Now,
            PassedOnFrom = passedOnFrom is null ? null : new TransferId(passedOnFrom),
        };
        row.Take(before, Now);
        var who = new Reachable("0104-1", "Kari", new PhoneNumber("+4712010401"));
        var after = before with
        {
            Attempts = [.. outcomes.Select((outcome, i) => new Attempt(i + 1, i, who, AttemptPhase.Ended, Now, Outcome: outcome))],
        };
        await Write(async unit =>
        {
            await calls.Add(
                new CallRow
                {
                    Id = call,
                    Sid = call,
                    NumberCalled = numberCalled,
                    FlowHash = "hash",
                    State = "Ended",
                    StartedAt = Now,
                },
                unit
            );
            await transfers.Add(row, unit);
            await transfers.Save(row, before, after, unit);
        });
    }

    private async Task<LineLoad> Load(Instant from, Instant to)
    {
        var rows = await database.Reads.Ask(unit => lines.LoadOf(General, from, to, unit));
        return LineLoad.Of(General.Value, from.ToDateTimeOffset(), to.ToDateTimeOffset(), rows, new HashSet<PhoneNumber> { new(Own) });
    }

    private async Task<DutyLine> Line() => (await database.Reads.Ask(unit => rosters.Line(General, unit)))!;

    private Task Write(Func<UnitOfWork, Task> unit) => database.Writes.Commit(unit);
}
