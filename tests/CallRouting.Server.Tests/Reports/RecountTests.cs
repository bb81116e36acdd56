using CallRouting.Core.Calls;
using CallRouting.Core.Reports;
using CallRouting.Core.Transfers;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Reports;
using CallRouting.Server.Tests.Calls;
using CallRouting.Server.Tests.Database;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CallRouting.Server.Tests.Reports;

/// <summary>Figures are held against the timeline, and every difference is told.</summary>
[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class RecountTests(string engine)
{
    private static readonly Instant Ten = Instant.FromUtc(2026, 11, 18, 9, 0);
    private static readonly ReportPeriod Wednesday = ReportPeriod.Read("2026-11-18")!;

    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.On(engine);

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task A_transfer_that_is_counted_as_it_was_told_is_no_difference()
    {
        await Live(Exhausted);
        Assert.That(await Compare(), Is.Empty);
        Assert.That(
            await Run("recount", "2026-11-18", "2026-11-18"),
            Is.EqualTo((0, "2026-11-18/2026-11-18: figures and timeline agree."))
        );
    }

    [Test]
    public async Task One_that_is_counted_otherwise_is_told_with_its_lines_sums()
    {
        await Live(Exhausted with { Ending = Ending.Ours });
        var told = await Compare();
        Assert.That(told, Has.Some.StartsWith("Transfer t-1: the timeline says"));
        Assert.That(told, Has.Some.EqualTo("Line 0104-general, exhausted: the timeline says 1, the report 0."));
        Assert.That((await Run("recount", "2026-11-18", "2026-11-18")).Exit, Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_counted_and_not_told_is_a_difference()
    {
        await server.Write(unit => new CountedRows(Room<CountedTransferStore>(), Room<DailyTransferStore>()).Write(Exhausted, unit));
        Assert.That(await Compare(), Is.EqualTo(new[] { "Transfer t-1 was counted, and the timeline does not tell that it was over." }));
    }

    [Test]
    public async Task A_callback_and_a_wait_that_nobody_counted_are_told()
    {
        await Tell(new Subject("call-1", Callback: "promise-1"), 0, CallbackStories.Owed);
        await Tell(new Subject("call-1"), 0, CallStories.Waiting);
        await Tell(new Subject("call-1"), 12, CallStories.WithAgent);
        await Tell(new Subject("call-1"), 60, CallStories.Ended);
        var told = await Compare();
        Assert.That(told, Has.Some.StartsWith("Call-back promise-1"));
        Assert.That(told, Has.Some.StartsWith("Call call-1: the timeline says that an agent came after 12 s"));
    }

    [Test]
    public async Task Only_the_days_that_are_asked_for_are_read()
    {
        await Tell(new Subject("call-1", Callback: "promise-1"), -100_000, CallbackStories.Owed);
        await Live(Exhausted);
        Assert.That(await Compare(), Is.Empty);
        Assert.That(await Compare(ReportPeriod.Read("2026-11-17")!), Has.Count.EqualTo(1));
    }

    [TestCase("recount")]
    [TestCase("recount", "2026-11-18", "yesterday")]
    [TestCase("recount", "2026-11-18", "2026-11-17")]
    public async Task A_wrong_command_says_how_it_is_typed(params string[] args)
    {
        var (exit, said) = await Run(args);
        Assert.That(exit, Is.EqualTo(2));
        Assert.That(said, Does.Contain("2026-11-01 2026-11-30"));
    }

    private static CountedTransfer Exhausted { get; } =
        new()
        {
            Transfer = "t-1",
            Unit = "0104",
            Line = "0104-general",
            Area = "3103",
            Day = new(2026, 11, 18),
            HalfHour = 20,
            Way = Way.Menu,
            Ending = Ending.Exhausted,
            CountsAgainstOffice = true,
        };

    // One officer, who does not answer.
    private async Task Live(CountedTransfer counted)
    {
        var about = new Subject("call-1", counted.Transfer, Unit: counted.Unit);
        var ladder = new Ladder(
            [new Rung("primary", [new("1", "Kari", new PhoneNumber("+4712010401"))], Duration.FromSeconds(20))],
            1,
            Duration.FromSeconds(60)
        );
        await server.Write(unit => Room<Timeline>().Tell([CountStories.Offer(counted, ladder)], about, Ten, unit));
        await Tell(about, 0, Stories.Started);
        await Tell(about, 0, Stories.Ringing);
        await Tell(about, 25, Stories.Of(Outcome.NoAnswer));
        await Tell(about, 25, Stories.Unanswered);
        await server.Write(unit => new CountedRows(Room<CountedTransferStore>(), Room<DailyTransferStore>()).Write(counted, unit));
    }

    private Task Tell(Subject about, int second, string kind) =>
        server.Write(unit => Room<Timeline>().Tell([new Told(kind, "Kari")], about, Ten + Duration.FromSeconds(second), unit));

    private Task<IReadOnlyList<string>> Compare(ReportPeriod? period = null) => Room<Recounting>().Compare(period ?? Wednesday);

    private async Task<(int Exit, string Said)> Run(params string[] args)
    {
        await using var said = new StringWriter();
        var exit = await new RecountCommand(Room<Recounting>(), said).Run(args);
        return (exit, said.ToString().Trim());
    }

    private T Room<T>()
        where T : notnull => server.App.Services.GetRequiredService<T>();
}
