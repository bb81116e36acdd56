using System.Net;
using CallRouting.Server.Database;
using CallRouting.Server.Tests.Telephony;

namespace CallRouting.Server.Tests.Calls;

/// <summary>When everything else fails, a caller hears an apology and a number within two seconds.</summary>
public sealed class LastResortTests
{
    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.Start(("Routing:FallbackNumber", "22 00 00 00"));

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task A_broken_database_is_an_apology_with_the_fallback_number_and_an_error_in_the_log()
    {
        var call = await TestCall.Inbound(server);
        await server.Write(unit => unit.Execute("drop table legs"));

        await call.Presses("1");

        Assert.That(call.Now.Words, Is.EqualTo("Beklager, noe er feil hos oss. Ring 22 00 00 00 en gang til, så hjelper vi deg."));
        Assert.That(call.Now.HangsUp);
        Assert.That(server.Log.Errors.Single(), Does.Contain("A caller heard the apology").And.Contain("legs"));
    }

    [TestCase("/phone/inbound")]
    [TestCase("/phone/legs/some/next")]
    [TestCase("/phone/legs/some/next/1")]
    [TestCase("/phone/legs/some/keys/1")]
    [TestCase("/phone/legs/some/hold")]
    [TestCase("/phone/legs/some/wait")]
    public async Task Every_document_has_its_last_resort(string path)
    {
        await server.Write(unit => unit.Execute("drop table legs"));
        Assert.That((await server.Phone.Post(path, ("CallSid", "CA1"))).Document.Words, Does.StartWith("Beklager"));
    }

    [Test]
    public async Task A_report_that_cannot_be_kept_is_not_acknowledged_so_that_the_provider_tells_it_again()
    {
        await server.Write(unit => unit.Execute("drop table legs"));
        Assert.That(
            (await server.Phone.Post("/phone/legs/some/status", ("CallSid", "CA1"), ("CallStatus", "ringing"))).Status,
            Is.EqualTo(HttpStatusCode.InternalServerError)
        );
    }

    [Test]
    public async Task A_document_that_is_not_ready_within_two_seconds_is_an_apology()
    {
        var gate = new TaskCompletionSource();
        var blocked = server.Write(_ => gate.Task);
        try
        {
            var arriving = server.Phone.Post("/phone/inbound", ("CallSid", "CA1"), ("To", "+4755553333"));
            await WaitsFor(TimeSpan.FromSeconds(2));

            server.Time.Advance(TimeSpan.FromSeconds(1.9));
            Assert.That(arriving.IsCompleted, Is.False);
            server.Time.Advance(TimeSpan.FromSeconds(0.2));

            Assert.That((await arriving).Document.Words, Does.StartWith("Beklager"));
        }
        finally
        {
            gate.SetResult();
            await blocked;
        }
    }

    private Task WaitsFor(TimeSpan limit) =>
        Soon.Holds(() => server.Time.NextDue == server.Time.GetUtcNow() + limit, $"somebody waits {limit} and no longer");
}
