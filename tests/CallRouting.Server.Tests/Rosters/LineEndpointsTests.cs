using System.Net;
using System.Net.Http.Json;
using CallRouting.Core.Rosters;
using CallRouting.Server.Rosters;
using CallRouting.Server.Tests.Calls;
using NodaTime.Extensions;

namespace CallRouting.Server.Tests.Rosters;

/// <summary>An officer or a lead takes the office's line out of service, and it comes back by itself.</summary>
public sealed class LineEndpointsTests
{
    private const string Line = "/api/lines/0233-general";
    private const string Lead = "lead:0233-3";

    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.Start();

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task A_line_is_out_of_service_at_once_and_in_service_again_by_itself()
    {
        var answer = await TakeOut(Lead, "2026-11-18T11:30:00+01:00");
        Assert.That((answer.IsOutOfService, answer.IsKept), Is.EqualTo((true, false)));
        Assert.That(answer.OutOfServiceUntil, Is.EqualTo(DateTimeOffset.Parse("2026-11-18T10:30:00Z", null)));
        Assert.That(await HasLadder(), Is.False);

        server.Time.Advance(TimeSpan.FromMinutes(90));

        var after = (await server.Get<List<LineAnswer>>("agent", "offices/0233/lines")).Single();
        Assert.That((after.IsOutOfService, after.IsKept, after.OutOfServiceUntil), Is.EqualTo((false, true, (DateTimeOffset?)null)));
        Assert.That(await HasLadder(), Is.True);
    }

    [Test]
    public async Task Somebody_puts_it_back_before_its_time_and_the_timeline_tells_who_did_what()
    {
        await TakeOut(Lead, "2026-11-18T11:30:00+01:00");
        using var back = await server.Send(HttpMethod.Delete, "officer:0233-1", $"{Line}/out-of-service");
        Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await HasLadder(), Is.True);

        Assert.That(
            await server.Rows<string>("select kind || ' ' || unit_number || ' ' || body from timeline order by sequence"),
            Is.EqualTo(
                new[]
                {
                    """line out of service 0233 {"who":"Lead","detail":"0233-general until 2026-11-18T10:30:00Z"}""",
                    """line in service 0233 {"who":"Primary","detail":"0233-general"}""",
                }
            )
        );
        Assert.That(await server.Value<string>("select call_id from timeline"), Is.Null, "it is about no call");
    }

    [TestCase("2026-11-18T10:00:00+01:00", Description = "now")]
    [TestCase("2026-12-20T10:00:00+01:00", Description = "more than 31 days")]
    [TestCase("2026-11-18T12:00:00", Description = "no offset")]
    [TestCase("soon")]
    [TestCase(null)]
    public async Task An_end_time_that_is_none_is_refused_with_what_is_allowed(string? until)
    {
        using var answer = await server.Send(HttpMethod.Put, Lead, $"{Line}/out-of-service", new { until });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await RunningServer.Detail(answer), Does.Contain("later than now and within 31 days"));
    }

    [Test]
    public async Task Another_offices_line_is_left_alone()
    {
        using var answer = await server.Send(
            HttpMethod.Put,
            "officer:0104-1",
            $"{Line}/out-of-service",
            new { until = "2026-11-18T12:00:00Z" }
        );
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await RunningServer.Detail(answer), Does.Contain("belongs to office 0233"));
        using var load = await server.Send(HttpMethod.Get, Lead, "/api/lines/0104-general/load");
        Assert.That(load.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await HasLadder(), Is.True);
    }

    [Test]
    public async Task A_line_that_is_in_service_cannot_be_put_back()
    {
        using var answer = await server.Send(HttpMethod.Delete, Lead, $"{Line}/out-of-service");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await RunningServer.Detail(answer), Does.Contain("is in service"));
    }

    [Test]
    public async Task Who_is_on_duty_is_busy_while_a_call_of_ours_holds_their_phone()
    {
        Assert.That(await PrimaryReachable(), Is.EqualTo("Yes"));
        await server.Write(unit => unit.Execute("insert into reservations (phone, leg_id, reserved_at) values ('+4712023301', 'leg', 1)"));
        Assert.That(await PrimaryReachable(), Is.EqualTo("Busy"));
        await server.Write(unit => server.Get<RosterStore>().Pause("0233-1", server.Time.GetUtcNow().ToInstant(), unit));
        Assert.That(await PrimaryReachable(), Is.EqualTo("Paused"));
    }

    [Test]
    public async Task Load_is_of_today_when_nothing_else_is_asked_for()
    {
        var load = await server.Get<LineLoad>("supervisor", "lines/0233-general/load");
        Assert.That(load.From, Is.EqualTo(DateTimeOffset.Parse("2026-11-18T00:00:00+01:00", null)));
        Assert.That(load.To, Is.EqualTo(server.Time.GetUtcNow()));
        Assert.That(
            (load.Direct, load.Menu, load.Transferred),
            Is.EqualTo((new LoadCount(0, 0), new LoadCount(0, 0), new LoadCount(0, 0)))
        );
    }

    [TestCase("?from=today")]
    [TestCase("?from=2026-11-18T10:00:00Z&to=2026-11-18T10:00:00Z")]
    [TestCase("?from=2025-01-01T00:00:00Z")]
    public async Task A_period_that_is_none_is_refused_with_what_is_allowed(string period)
    {
        using var answer = await server.Send(HttpMethod.Get, "supervisor", $"{Line}/load{period}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await RunningServer.Detail(answer), Does.Contain("at most 400 days apart"));
    }

    private async Task<LineAnswer> TakeOut(string who, string until)
    {
        using var answer = await server.Send(HttpMethod.Put, who, $"{Line}/out-of-service", new { until });
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return (await answer.Content.ReadFromJsonAsync<LineAnswer>())!;
    }

    private async Task<string> PrimaryReachable() =>
        (await server.Get<List<LineAnswer>>("agent", "offices/0233/lines")).Single().Primary.Single().Reachable;

    private Task<bool> HasLadder() =>
        server.Read(async unit =>
        {
            var rosters = server.Get<RosterStore>();
            var line = (await rosters.Line(new DutyLineId("0233-general"), unit))!;
            return LadderPlan
                .Freeze(
                    line,
                    await rosters.ForLine(line.Id, server.Time.GetUtcNow().ToInstant(), unit),
                    server.Time.GetUtcNow().ToInstant()
                )
                .HasAnybody();
        });
}
