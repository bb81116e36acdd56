using System.Net;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Health;
using CallRouting.Server.Tests.Calls;
using Microsoft.Data.Sqlite;

namespace CallRouting.Server.Tests.Health;

/// <summary>What hinders calls is said in plain words, a locked database file too, reading goes on, and the service recovers when they do.</summary>
public sealed class ReadinessTests
{
    private RunningServer server = null!;

    [SetUp]
    public async Task Start()
    {
        server = await RunningServer.Start(("Routing:FallbackNumber", "22 00 00 00"));
    }

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [TestCase("/internal/isReady")]
    [TestCase("/health/ready")]
    public async Task A_server_with_registers_numbers_and_a_database_is_ready(string path)
    {
        var (status, said) = await Asked(path);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), said);
        Assert.That(said, Does.StartWith("ready"));
    }

    [Test]
    public async Task What_does_not_hinder_calls_is_a_remark() =>
        Assert.That((await Asked()).Said, Does.Contain("Self-check: a signed request to the public address has not been made yet"));

    [TestCase("/internal/isAlive")]
    [TestCase("/health/live")]
    public async Task A_process_that_answers_is_alive(string path) =>
        Assert.That((await Asked(path)).Status, Is.EqualTo(HttpStatusCode.OK));

    [Test]
    public async Task A_number_without_a_way_to_us_is_told()
    {
        server.Asked.AnswersWith(HttpStatusCode.OK, """{"incoming_phone_numbers":[{"phone_number":"+4755553333"}]}""");
        var (status, said) = await Asked();
        Assert.That(status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(said, Does.Contain($"+4755553333: set the voice URL to {RunningServer.PublicUrl}/phone/inbound"));
    }

    [Test]
    public async Task A_provider_that_does_not_answer_is_told()
    {
        server.Asked.Fails(new HttpRequestException(HttpRequestError.NameResolutionError));
        // The client tries again, on the manual clock.
        var (_, said) = await Soon.Ends(Asked(), server.Time);
        Assert.That(said, Does.Contain("The phone provider does not answer: NameResolutionError."));
    }

    [Test]
    public async Task A_file_that_another_program_holds_locked_is_told_reading_goes_on_and_calls_come_in_again_afterwards()
    {
        var probe = server.Get<DatabaseProbe>();
        await using var other = new SqliteConnection($"Data Source={server.DatabaseFile};Pooling=False");
        await other.OpenAsync();
        var holding = other.BeginTransaction(deferred: false);

        var probing = probe.RunOnce();
        await Soon.Holds(() => server.Time.NextDue is not null, "the probe waits, but not for ever");
        server.Time.Advance(TimeSpan.FromSeconds(5));
        await probing;

        var (status, said) = await Asked();
        Assert.That(status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(said, Does.Contain("does not take what is written since 2026-11-18T09:00:05Z").And.Contain("locked"));
        Assert.That(server.Log.All, Has.Some.Contain("another program may hold it locked"));
        Assert.That(await server.Get<List<CallAnswer>>("supervisor", "calls"), Is.Empty, "reading goes on");

        var caller = await Soon.Ends(TestCall.Inbound(server), server.Time);
        Assert.That(caller.Now.Words, Is.EqualTo("Et øyeblikk."));

        await holding.RollbackAsync();
        await Soon.Holds(() => server.Get<Writes>().Idle, "what waited is written");
        await probe.RunOnce();

        Assert.That((await Asked()).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(server.Log.All, Has.Some.Contain("takes what is written again"));
        await caller.StaysSilent();
        Assert.That(caller.Now.KeysTo, Is.Not.Null);
    }

    [Test]
    public async Task A_database_that_cannot_be_read_is_told()
    {
        await server.Write(unit => unit.Execute("alter table register_files rename to gone"));
        var (status, said) = await Asked();
        Assert.That(status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(said, Does.Contain("The database cannot be read"));
    }

    private Task<(HttpStatusCode Status, string Said)> Asked(string path = "/internal/isReady") => server.IsReady(path);
}
