using System.Net;
using CallRouting.Scenarios;
using CallRouting.Server.Health;
using CallRouting.Server.Tests.Calls;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Tests.Health;

/// <summary>The dead man's switch: what stands still is named, and the heartbeat falls silent.</summary>
public sealed class ProofsTests
{
    private static readonly string[] All = [Proofs.Actions, Proofs.Sweeping, Proofs.Feed, Proofs.Writing];

    private ManualTime time = null!;

    [SetUp]
    public void Begin() => time = new(new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero));

    [Test]
    public void What_has_just_begun_stands_not_still() => Assert.That(Of().Stopped(), Is.Empty);

    [TestCase(Proofs.Actions, 60)]
    [TestCase(Proofs.Sweeping, 15)]
    [TestCase(Proofs.Feed, 15)]
    [TestCase(Proofs.Writing, 15)]
    public void Whatever_has_not_come_round_for_too_long_is_named_with_when_it_last_moved(string what, int seconds)
    {
        var proofs = Of();
        PassesShowingAllBut(what, proofs, seconds);
        Assert.That(proofs.Stopped(), Is.Empty, "not yet");
        PassesShowingAllBut(what, proofs, 1);
        Assert.That(
            proofs.Stopped().Select(each => (each.What, each.Since.ToDateTimeOffset())),
            Is.EqualTo([(what, new DateTimeOffset(2026, 11, 18, 9, 0, 0, TimeSpan.Zero))])
        );
        proofs.Show(what);
        Assert.That(proofs.Stopped(), Is.Empty);
    }

    [Test]
    public void Where_no_loop_runs_by_itself_nothing_is_expected()
    {
        var proofs = new Proofs(time, Options.Create(new ModeOptions { Background = false }));
        time.Advance(TimeSpan.FromHours(1));
        Assert.That(proofs.Stopped(), Is.Empty);
    }

    [Test]
    public async Task The_heartbeat_is_heard_while_everything_moves_and_falls_silent_when_something_does_not()
    {
        var proofs = Of();
        var heard = new Listener(HttpStatusCode.OK);
        using var heartbeat = Beating(proofs, heard);

        Assert.That(await heartbeat.RunOnce());
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.That(await heartbeat.RunOnce(), Is.False);
        Assert.That(heard.Times, Is.EqualTo(1));

        foreach (var what in All)
        {
            proofs.Show(what);
        }
        Assert.That(await heartbeat.RunOnce());
    }

    [Test]
    public async Task A_heartbeat_that_nobody_takes_is_given_up_and_does_no_harm()
    {
        using var refused = Beating(Of(), new Listener(HttpStatusCode.BadGateway));
        Assert.That(await refused.RunOnce(), Is.False);

        using var silent = Beating(Of(), new Listener(null));
        var beating = silent.RunOnce();
        await Soon.Holds(() => time.NextDue is not null, "it waits, but not for ever");
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.That(await beating, Is.False);
    }

    [Test]
    public async Task A_server_that_runs_by_itself_shows_that_everything_moves()
    {
        await using var server = await RunningServer.Start(("Background", "true"));
        var proofs = server.Get<Proofs>();
        for (var round = 0; round < 10; round++)
        {
            foreach (var what in All)
            {
                await Soon.Holds(() => Moved(what), what);
            }
            Assert.That(proofs.Stopped(), Is.Empty);
            server.Time.Advance(TimeSpan.FromSeconds(6));
        }

        // Whoever waits for the clock moves when it does; who begins to wait a moment later needs it to move once more.
        bool Moved(string what)
        {
            server.Time.Advance(TimeSpan.FromMicroseconds(1));
            return proofs.ShownAt(what).ToDateTimeOffset() > server.Time.GetUtcNow() - TimeSpan.FromSeconds(3);
        }
    }

    private Proofs Of() => new(time, Options.Create(new ModeOptions()));

    private void PassesShowingAllBut(string still, Proofs proofs, int seconds)
    {
        time.Advance(TimeSpan.FromSeconds(seconds));
        foreach (var what in All.Where(what => what != still))
        {
            proofs.Show(what);
        }
    }

    private Heartbeat Beating(Proofs proofs, HttpMessageHandler listener)
    {
        var services = new ServiceCollection();
        services
            .AddHttpClient(Heartbeat.Client, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => listener);
        return new(
            proofs,
            services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>(),
            Options.Create(new HeartbeatOptions { Url = new("http://alarm.test/beat") }),
            Options.Create(new ModeOptions()),
            time,
            NullLogger<Heartbeat>.Instance
        );
    }

    /// <summary>Answers, or never does.</summary>
    private sealed class Listener(HttpStatusCode? answer) : HttpMessageHandler
    {
        public int Times { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Times++;
            if (answer is not { } status)
            {
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
                throw new InvalidOperationException("Nobody gets here.");
            }
            return new(status);
        }
    }
}
