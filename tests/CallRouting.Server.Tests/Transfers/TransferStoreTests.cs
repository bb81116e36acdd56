using System.Collections.Immutable;
using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Tests.Database;
using CallRouting.Server.Transfers;
using NodaTime;

namespace CallRouting.Server.Tests.Transfers;

/// <summary>Whatever a transfer has come to, it is the same transfer after a night in the database.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class TransferStoreTests(string engine)
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 9, 0);

    private static readonly Reachable Kari = new("0104-1", "Kari Å", new PhoneNumber("+4712010401"));
    private static readonly Reachable Per = new("0104-2", "Per", new PhoneNumber("+4712010402"), Paused: true);

    private static readonly Ladder Ladder = new(
        [
            new Rung("primary", [Kari], Duration.FromSeconds(20)),
            new Rung("backup", [], Duration.FromMilliseconds(20_500), Together: true, RingAnyway: true, Neighbour: true),
            new Rung("all", [Kari, Per], Duration.FromSeconds(25), Together: true),
        ],
        2,
        Duration.FromSeconds(120)
    );

    private static readonly TransferState[] States =
    [
        Ringing.NotYet,
        new Ringing(Ringing.OnceMore),
        new Ringing(0),
        new Ringing(2),
        new AwaitingPhone(Now + Duration.FromSeconds(90)),
        new Joining(1, Now + Duration.FromSeconds(10)),
        new Joining(1, Now + Duration.FromSeconds(10), OfficerIsIn: true),
        new Consulting(1),
        new Consulting(1, Now + Duration.FromSeconds(10)),
        new RingingCaller(1, Now + Duration.FromSeconds(50)),
        new Connected(1),
        new PassingOn(1, Now + Duration.FromSeconds(60), PassOnQuestion.First),
        new PassingOn(1, Now + Duration.FromSeconds(60), new PassOnQuestion(PassOnAsks.IsItRight, WrongOffice: true, "1481")),
        new Rejoining(1, Now + Duration.FromSeconds(10)),
        new Rejoining(1, Now + Duration.FromSeconds(10), OfficerIsIn: true),
        new Interrupted(1, Now + Duration.FromSeconds(14)),
        new Completed(),
        new Returned(),
        new Unanswered(),
        new Cancelled(),
        new Abandoned(),
        new PassedOn(),
    ];

    private readonly TransferStore transfers = new();
    private TestDatabase database = null!;

    [SetUp]
    public async Task Open() => database = await TestDatabase.Migrated(engine);

    [TearDown]
    public async Task Close() => await database.DisposeAsync();

    [Test]
    public void Every_state_that_there_is_is_among_those_tried() =>
        Assert.That(
            typeof(TransferState).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(TransferState)) && !type.IsAbstract),
            Is.EquivalentTo(States.Select(state => state.GetType()).Distinct())
        );

    [TestCaseSource(nameof(States))]
    public async Task A_transfer_in_any_state_comes_back_as_it_was(TransferState state)
    {
        var (row, before) = await Begun();
        var after = Everything(before, state);
        row.Take(after, Now);
        await Write(unit => transfers.Save(row, before, after, unit));
        Expect(await Loaded(), after);
        Assert.That((await Found()).EndedAt, Is.EqualTo(state.IsOver ? Now : (Instant?)null));
        Assert.That((await Found()).WakeAt, Is.EqualTo(after.WakeAt));
    }

    [Test]
    public async Task Every_phase_and_outcome_of_an_attempt_comes_back_as_it_was()
    {
        var (row, before) = await Begun();
        var attempts = Enum.GetValues<AttemptPhase>().SelectMany(phase => Outcomes().Select(outcome => (phase, outcome))).ToList();
        var after = before with
        {
            Attempts =
            [
                .. attempts.Select(
                    (each, i) => new Attempt(i + 1, i % 3 - 1, i % 2 == 0 ? Kari : Per, each.phase, Now, Outcome: each.outcome)
                ),
            ],
        };
        await Write(unit => transfers.Save(row, before, after, unit));
        Expect(await Loaded(), after);
    }

    [Test]
    public async Task An_attempt_that_changed_is_changed_and_the_others_are_left_alone()
    {
        var (row, before) = await Begun();
        var two = before with { Attempts = [new(1, 0, Kari, AttemptPhase.Ringing, Now), new(2, 0, Per, AttemptPhase.Dialling, Now)] };
        await Write(unit => transfers.Save(row, before, two, unit));
        var ended = two with { Attempts = two.Attempts.SetItem(0, two[1].Ended(Outcome.NoAnswer, Now + Duration.FromSeconds(20), "why")) };
        await Write(unit => transfers.Save(row, two, ended, unit));
        Expect(await Loaded(), ended);
    }

    [Test]
    public async Task Of_two_who_change_a_transfer_the_second_is_told_that_the_race_is_lost_and_leaves_nothing()
    {
        var (row, before) = await Begun();
        var other = await Found();
        await Write(unit => transfers.Save(row, before, before, unit));
        var after = before with { Attempts = [new(1, 0, Kari, AttemptPhase.Dialling, Now)] };
        Assert.That(() => Write(unit => transfers.Save(other, before, after, unit)), Throws.InstanceOf<LostRaceException>());
        Assert.That((await Loaded()).Attempts, Is.Empty);
    }

    [Test]
    public async Task When_it_ended_is_noted_once()
    {
        var (row, before) = await Begun();
        var over = before with { State = new Completed() };
        row.Take(over, Now);
        row.Take(over, Now + Duration.FromHours(1));
        await Write(unit => transfers.Save(row, before, over, unit));
        Assert.That((await Found()).EndedAt, Is.EqualTo(Now));
    }

    [Test]
    public async Task A_phone_that_is_free_goes_to_the_agents_caller_before_the_menus_and_to_the_urgent_before_the_others()
    {
        await Waits("direct", Now, agent: false, urgent: false);
        await Waits("direct, later", Now + Duration.FromSeconds(1), agent: false, urgent: false);
        await Waits("urgent", Now + Duration.FromSeconds(2), agent: false, urgent: true);
        await Waits("warm", Now + Duration.FromSeconds(3), agent: true, urgent: false);
        await Waits("of another phone", Now, agent: true, urgent: true, phone: Per);
        Assert.That(
            (await database.Reads.Ask(unit => transfers.AwaitingPhone(Kari.Phone.E164, unit))).Select(row => row.Id),
            Is.EqualTo(new[] { "warm", "urgent", "direct", "direct, later" })
        );
    }

    private async Task Waits(string id, Instant since, bool agent, bool urgent, Reachable? phone = null)
    {
        var (row, before) = await Begun(id);
        var after = before with
        {
            State = new AwaitingPhone(since + Duration.FromSeconds(120)),
            HasAgent = agent,
            Urgent = urgent,
            ClimbSince = since,
            Attempts = [new(1, 0, phone ?? Kari, AttemptPhase.Ended, since, null, Outcome.Skipped, SkipReasons.Busy, EndedAt: since)],
        };
        row.Take(after, since);
        await Write(unit => transfers.Save(row, before, after, unit));
    }

    [Test]
    public void A_state_that_nobody_knows_is_told_with_the_transfer_that_is_in_it() =>
        Assert.That(
            () =>
                new TransferRow
                {
                    Id = "transfer-9",
                    State = "Hovering",
                    Ladder = LadderText.Write(Ladder),
                }.Transfer([]),
            Throws.InvalidOperationException.With.Message.Contains("transfer-9").And.Message.Contains("Hovering")
        );

    private async Task<(TransferRow Row, Transfer Transfer)> Begun(string id = "transfer-1")
    {
        var transfer = new Transfer
        {
            Id = new(id),
            Call = new("call-1"),
            Ladder = Ladder,
            State = Ringing.NotYet,
            StartedAt = Now,
            ClimbSince = Now,
            PassedOnFrom = new("transfer-0"),
        };
        var row = new TransferRow
        {
            Id = id,
            CallId = "call-1",
            CallbackId = "callback-1",
            LineId = "0104-general",
            UnitNumber = "0104",
            Kind = "Direct",
            Ladder = LadderText.Write(Ladder),
            StartedAt = Now,
        };
        row.Take(transfer, Now);
        await Write(unit => transfers.Add(row, unit));
        return (row, transfer);
    }

    private static Transfer Everything(Transfer transfer, TransferState state) =>
        transfer with
        {
            State = state,
            Urgent = true,
            HasAgent = true,
            CallerIsOnLine = true,
            CallerIsInRoom = true,
            CallerIsHeld = true,
            SkipConsult = true,
            AgentIsLeaving = true,
            Room = 7,
            Misrouted = true,
            ClimbFrom = 2,
            ClimbSince = Now + Duration.FromSeconds(3),
            Attempts =
            [
                new(1, 0, Kari, AttemptPhase.Accepted, Now, null, Outcome.Accepted, "why", Now, Now + Duration.FromSeconds(5), null),
                new(2, 1, Per, AttemptPhase.FindingRoom, Now, Now + Duration.FromSeconds(60)),
            ],
        };

    // A record holds its lists by reference: compared part by part, and the rest as text.
    private static void Expect(Transfer read, Transfer written)
    {
        Assert.That(read.State, Is.EqualTo(written.State));
        Assert.That(read.Attempts, Is.EqualTo(written.Attempts));
        Assert.That(LadderText.Write(read.Ladder), Is.EqualTo(LadderText.Write(written.Ladder)));
        Assert.That(read.Ladder.Rungs.Select(rung => rung.RingFor), Is.EqualTo(written.Ladder.Rungs.Select(rung => rung.RingFor)));
        Assert.That(Bare(read), Is.EqualTo(Bare(written)));
    }

    private static Transfer Bare(Transfer transfer) => transfer with { Ladder = Ladder, Attempts = ImmutableList<Attempt>.Empty };

    private static IEnumerable<Outcome?> Outcomes() => Enum.GetValues<Outcome>().Select(outcome => (Outcome?)outcome).Append(null);

    private Task<Transfer> Loaded() => Read(async unit => await transfers.Load((await transfers.Find("transfer-1", unit))!, unit));

    private async Task<TransferRow> Found() => (await Read(unit => transfers.Find("transfer-1", unit)))!;

    private Task Write(Func<UnitOfWork, Task> unit) => database.Writes.Commit(unit);

    private Task<T> Read<T>(Func<UnitOfWork, Task<T>> question) => database.Reads.Ask(question);
}
