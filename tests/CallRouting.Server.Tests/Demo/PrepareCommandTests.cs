using System.Text.Json;
using CallRouting.Core.Offices;
using CallRouting.Scenarios;
using CallRouting.Server.Demo;
using CallRouting.Server.Tests.Calls;
using NodaTime.Extensions;

namespace CallRouting.Server.Tests.Demo;

public sealed class PrepareCommandTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 18, 20, 0, 0, TimeSpan.Zero);

    private readonly ManualTime wall = new(Evening);
    private RunningServer server = null!;
    private StringWriter printed = null!;

    [OneTimeSetUp]
    public async Task Start() => server = await RunningServer.Start();

    [OneTimeTearDown]
    public async Task Stop() => await server.DisposeAsync();

    [SetUp]
    public void Clear()
    {
        printed = new();
        File.Delete(ClockPath);
    }

    [TearDown]
    public async Task Close() => await printed.DisposeAsync();

    [Test]
    public async Task Twice_it_keeps_the_calls_and_the_clock_does_not_go_back()
    {
        Assert.That(await Prepare(), Is.Zero);
        var call = await TestCall.Inbound(server);
        Assert.That(await Prepare("--speed", "5"), Is.Zero);

        Assert.That(await call.State(), Is.EqualTo("InMenu"));
        Assert.That(Clock.DemoEpoch, Is.GreaterThanOrEqualTo(server.Time.GetUtcNow()), "the last thing that happened");
        Assert.That((Clock.Speed, Clock.WallEpoch), Is.EqualTo((5, Evening)));
        Assert.That(
            await server.Value<long>("select count(distinct unit_number) from duty_lines"),
            Is.EqualTo(255),
            "every office is staffed"
        );
    }

    [Test]
    public async Task Closed_begins_when_the_offices_are()
    {
        Assert.That(await Prepare("--closed", "--speed", "1.5"), Is.Zero);
        Assert.That(OpeningHours.Default.IsOpen(Clock.DemoEpoch.ToInstant()), Is.False);
        Assert.That(Clock.Speed, Is.EqualTo(1.5));
    }

    [TestCase("--speed", "0")]
    [TestCase("--speed", "0.5")]
    [TestCase("--speed", "21")]
    [TestCase("--speed", "-3")]
    [TestCase("--speed", "NaN")]
    [TestCase("--speed", "fast")]
    [TestCase("--speed", "1,5")]
    [TestCase("--speed", "")]
    [TestCase("--speed")]
    [TestCase("--speeed", "2")]
    [TestCase("2")]
    [TestCase("--speed", "2", "--close")]
    [TestCase("--speed", "2", "3")]
    public async Task Anything_else_is_refused_with_what_is_allowed_and_nothing_is_changed(params string[] args)
    {
        Assert.That(await Prepare(args), Is.EqualTo(2));
        Assert.That(printed.ToString(), Does.Contain("prepare [--speed N] [--closed]").And.Contain("from 1 to 20"));
        Assert.That(File.Exists(ClockPath), Is.False);
    }

    [Test]
    public void Secrets_are_made_once_and_no_two_installations_share_them()
    {
        var (one, two) = (Secrets(), Secrets());
        Assert.That(one.Again, Is.EqualTo(one.First), "run again it keeps what is there");
        Assert.That(Token(one.First), Is.Not.EqualTo(Token(two.First)).And.Length.EqualTo(32));
    }

    private string ClockPath => Path.Combine(server.Folder, "clock.json");

    private ClockFile Clock => ClockFile.Read(ClockPath);

    private Task<int> Prepare(params string[] args) => server.NewCommand(printed).Run(args, wall);

    private static (string First, string Again) Secrets()
    {
        var mode = new ModeOptions { DataFolder = Directory.CreateTempSubdirectory("callrouting-").FullName };
        PrepareCommand.MakeSecrets(mode);
        var first = File.ReadAllText(mode.SecretsPath);
        PrepareCommand.MakeSecrets(mode);
        var again = File.ReadAllText(mode.SecretsPath);
        Directory.Delete(mode.DataFolder, recursive: true);
        return (first, again);
    }

    private static string? Token(string secrets) =>
        JsonDocument.Parse(secrets).RootElement.GetProperty("Provider").GetProperty("AuthToken").GetString();
}
