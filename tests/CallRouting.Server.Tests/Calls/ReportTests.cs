using System.Net;
using CallRouting.Server.Calls;
using CallRouting.Server.Transfers;

namespace CallRouting.Server.Tests.Calls;

/// <summary>Reports of legs and rooms come late, twice, out of order, for nobody: each is taken with 204, and counts once at most.</summary>
public sealed class ReportTests
{
    private RunningServer server = null!;

    [SetUp]
    public async Task Start() => server = await RunningServer.Start();

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [TestCase("/phone/inbound/status")]
    [TestCase("/phone/legs/nobody/status")]
    [TestCase("/phone/rooms/conf-nobody-1/status")]
    public async Task A_report_of_something_that_we_do_not_know_is_taken(string path)
    {
        var reply = await server.Phone.Post(
            path,
            ("CallSid", "CA404"),
            ("CallStatus", "completed"),
            ("StatusCallbackEvent", "participant-join")
        );
        Assert.That((reply.Status, reply.Body), Is.EqualTo((HttpStatusCode.NoContent, "")));
    }

    [TestCase("/phone/inbound/status")]
    [TestCase("/phone/legs/nobody/status")]
    [TestCase("/phone/rooms/conf-nobody-1/status")]
    public async Task A_report_without_a_single_field_is_taken(string path) =>
        Assert.That((await server.Phone.Post(path)).Status, Is.EqualTo(HttpStatusCode.NoContent));

    [Test]
    public async Task A_status_that_is_new_to_us_changes_nothing()
    {
        var call = await TestCall.Inbound(server);
        Assert.That((await call.Reports("/phone/inbound/status", "hovering")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await call.State(), Is.EqualTo("InMenu"));
    }

    [Test]
    public async Task A_second_copy_of_a_hang_up_is_not_a_second_hang_up()
    {
        var call = await TestCall.InboundToLadder(server, urgent: true);
        await call.HangsUp();
        var after = await Story();
        await call.HangsUp();
        Assert.That(await Story(), Is.EqualTo(after));
        Assert.That(await Count("callbacks"), Is.EqualTo(1));
        Assert.That(await Count("flags"), Is.EqualTo(1));
    }

    [Test]
    public async Task Completed_before_ringing_ends_the_attempt_and_a_late_ringing_does_not_revive_it()
    {
        await TestCall.InboundToLadder(server);
        await server.Act();
        var dial = server.Asked.Dials.Single();
        var officer = TestCall.AskedFor(server, dial);

        await officer.Reports(dial["StatusCallback"], "no-answer");
        await officer.Reports(dial["StatusCallback"], "ringing");
        await officer.Reports(dial["StatusCallback"], "initiated");
        await officer.Reports(dial["StatusCallback"], "in-progress");
        await server.Act();

        var transfer = await Transfer();
        Assert.That(
            transfer.Attempts.Select(attempt => (attempt.Officer, attempt.Outcome)),
            Is.EqualTo(new[] { ("Primary", "NoAnswer"), ("Backup", (string?)null) })
        );
        Assert.That(server.Asked.Dials, Has.Count.EqualTo(2), "the backup is rung, once");
    }

    [Test]
    public async Task An_officer_who_fetches_the_document_has_answered_also_when_no_report_came()
    {
        await TestCall.InboundToLadder(server);
        await server.Act();
        var dial = server.Asked.Dials.Single();
        var officer = TestCall.AskedFor(server, dial);
        await officer.Fetch(dial["Url"]);
        Assert.That(officer.Now.Words, Does.StartWith("Vakttelefon Nav, Nittedal"));
        Assert.That((await Transfer()).Attempts[0].Phase, Is.EqualTo("Listening"));
    }

    [Test]
    public async Task Every_report_of_a_call_twice_tells_the_same_story_as_once()
    {
        var once = await Accepted(copies: 1);
        await Stop();
        await Start();
        var twice = await Accepted(copies: 2);
        Assert.That(twice, Is.EqualTo(once));
    }

    [Test]
    public async Task The_officer_who_pressed_1_hears_the_same_again_and_the_caller_is_told_once()
    {
        var (_, officer) = await Ringing();
        var keysTo = officer.Now.KeysTo!;
        await officer.Presses("1");
        var room = officer.Now.Room;
        var again = (await officer.Posts(keysTo, ("Digits", "1"))).Document;
        Assert.That(again.Room, Is.EqualTo(room).And.Not.Null);
        Assert.That((await Story()).Count(line => line == "Primary: accepted"), Is.EqualTo(1));
    }

    [TestCase("CallSid")]
    [TestCase("StatusCallbackEvent")]
    [TestCase("ConferenceSid")]
    public async Task A_room_report_that_lacks_a_field_changes_nobodys_place(string missing)
    {
        var (_, officer) = await Ringing();
        await officer.Presses("1");
        var fields = new[] { ("ConferenceSid", "CF1"), ("CallSid", officer.Sid), ("StatusCallbackEvent", "participant-leave") };
        var reply = await server.Phone.Post($"/phone/rooms/{officer.Now.Room}/status", [.. fields.Where(field => field.Item1 != missing)]);
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Transfer()).State, Is.EqualTo("Joining"));
    }

    [Test]
    public async Task Another_calls_leg_in_this_calls_room_is_nobody()
    {
        var (_, officer) = await Ringing();
        await officer.Presses("1");
        var stranger = await TestCall.Inbound(server, "+4716000002");
        await stranger.InRoom(officer.Now.Room!, "participant-join");
        Assert.That(await server.Value<long?>($"select room from legs where sid = '{stranger.Sid}'"), Is.Null);
        Assert.That((await Transfer()).State, Is.EqualTo("Joining"));
    }

    private async Task<IReadOnlyList<string>> Accepted(int copies)
    {
        async Task Each(Func<Task> report)
        {
            for (var copy = 0; copy < copies; copy++)
            {
                await report();
            }
        }
        var (caller, officer) = await Ringing();
        await Each(() => officer.Reports(server.Asked.Dials[0]["StatusCallback"], "in-progress"));
        await officer.Presses("1");
        var room = officer.Now.Room!;
        await Each(() => officer.InRoom(room, "participant-join"));
        await server.Act();
        await caller.StaysSilent();
        Assert.That(caller.Now.Room, Is.EqualTo(room));
        await Each(() => caller.InRoom(room, "participant-join"));
        await Each(() => caller.InRoom(room, "conference-start"));
        await Each(caller.HangsUp);
        await Each(() => caller.InRoom(room, "participant-leave"));
        await Each(() => officer.Reports(server.Asked.Dials[0]["StatusCallback"], "completed"));
        await server.Act();
        return await Story();
    }

    private async Task<(TestCall Caller, TestCall Officer)> Ringing()
    {
        var caller = await TestCall.InboundToLadder(server);
        await server.Act();
        return (caller, await TestCall.Answered(server, server.Asked.Dials[0]));
    }

    private async Task<TransferAnswer> Transfer() =>
        await server.Get<TransferAnswer>("agent", $"transfers/{(await server.Rows<string>("select id from transfers")).Single()}");

    private async Task<IReadOnlyList<string>> Story()
    {
        var call = (await server.Get<List<CallAnswer>>("agent", "calls"))[^1];
        var story = await server.Get<CallStory>("agent", $"calls/{call.Id}");
        return [.. story.Timeline.Select(line => line.Who is null ? line.Kind : $"{line.Who}: {line.Kind}")];
    }

    private async Task<long> Count(string table) => (await server.Rows<long>($"select count(*) from {table}")).Single();
}
