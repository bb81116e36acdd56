using CallRouting.Core.Calls;
using CallRouting.Core.Reports;
using CallRouting.Server.Agents;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Reports;
using CallRouting.Server.Tests.Calls;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CallRouting.Server.Tests.Reports;

/// <summary>What the rounds do unasked, and what of a call is counted later than its end.</summary>
public sealed class CountRoundsTests
{
    private static readonly Instant Ten = Instant.FromUtc(2026, 11, 18, 9, 0);
    private static readonly ReportPeriod Tuesday = ReportPeriod.Read("2026-11-17")!;
    private static readonly ReportPeriod Wednesday = ReportPeriod.Read("2026-11-18")!;

    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.Start();

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task How_lines_were_kept_is_measured_once_when_the_day_is_over()
    {
        Assert.That(await Room<CountRounds>().RunOnce(Ten), Is.EqualTo(1), "yesterday");
        Assert.That(await Room<CountRounds>().RunOnce(Ten), Is.Zero, "it is measured already");
        var yesterday = (await Of(Tuesday)).Coverage;
        Assert.That(
            yesterday.ObligedSeconds,
            Is.GreaterThan(0).And.EqualTo(await server.Value<long>("select count(*) from duty_lines") * 6 * 3600)
        );
        Assert.That(yesterday.CoveredSeconds, Is.InRange(1, yesterday.ObligedSeconds));
        Assert.That((await Of(Wednesday)).Coverage, Is.EqualTo(CoverageFigures.None), "today is not over");
    }

    [Test]
    public async Task Days_on_which_nobody_was_there_to_measure_are_made_up_for()
    {
        await Room<CountRounds>().RunOnce(Ten);
        Assert.That(await Room<CountRounds>().RunOnce(Ten + Duration.FromDays(3)), Is.EqualTo(3));
    }

    [Test]
    public async Task What_an_agent_does_after_the_call_belongs_to_its_handling()
    {
        await server.Write(async unit =>
        {
            await Room<TalkStore>().Begin("talk", "call", "agent-1", Ten, unit);
            await Room<TalkStore>().Entered("agent-1", Ten + Duration.FromSeconds(5), unit);
            await Room<TalkStore>().Ended("agent-1", Ten + Duration.FromSeconds(100), unit);
            await Room<CountRunner>().End(Over(), unit);
        });
        Assert.That((await Of(Wednesday)).Queue.Handled, Is.EqualTo(Histogram.Of(100)));
        await server.Write(unit => Room<CountRunner>().Done("agent-1", Ten + Duration.FromSeconds(160), unit));
        Assert.That((await Of(Wednesday)).Queue.Handled, Is.EqualTo(Histogram.Of(160)));
    }

    [Test]
    public async Task A_call_that_never_asked_for_an_agent_is_not_counted()
    {
        var call = Over();
        call.QueuedAt = null;
        await server.Write(unit => Room<CountRunner>().End(call, unit));
        Assert.That((await Of(Wednesday)).Queue, Is.EqualTo(QueueFigures.None));
    }

    // In the queue for twenty seconds, then with an agent.
    private static CallRow Over() =>
        new()
        {
            Id = "call",
            Language = "nb",
            Urgency = nameof(Urgency.CanWait),
            State = nameof(CallState.Ended),
            QueuedAt = Ten - Duration.FromSeconds(20),
            LeftQueueAt = Ten,
            AgentAt = Ten,
            EndedAt = Ten + Duration.FromSeconds(100),
            EndedBecause = Ends.Served,
        };

    private Task<Figures> Of(ReportPeriod period) => Room<FigureQuestions>().Of(Scope.Country, period, Slice.All);

    private T Room<T>()
        where T : notnull => server.App.Services.GetRequiredService<T>();
}
