using System.Net;
using CallRouting.Server.Calls;
using CallRouting.Server.Tests.Telephony;

namespace CallRouting.Server.Tests.Calls;

/// <summary>Whatever report was lost: who is silent for too long is asked about, and what the provider says is done.</summary>
public sealed class SweeperTests
{
    private const string Primary = "+4712023301";

    private RunningServer server = null!;

    [SetUp]
    public async Task Start()
    {
        server = await RunningServer.Start();
        await server.Sweep();
    }

    [TearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public async Task A_caller_whose_hang_up_nobody_reported_is_found_by_the_silence()
    {
        var caller = await TestCall.InboundToLadder(server, urgent: true);
        ProviderSays(caller.Sid, "completed");
        await Passes(29);
        Assert.That(await caller.State(), Is.EqualTo("InTransfer"), "not silent for too long");
        await Passes(31);
        Assert.That(await caller.State(), Is.EqualTo("Ended"));
        Assert.That(await server.Value<long>("select count(*) from callbacks"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_caller_who_lives_and_does_not_ask_is_sent_for()
    {
        var caller = await TestCall.Inbound(server);
        ProviderSays(caller.Sid, "in-progress");
        await Passes(60);
        var sent = server.Asked.All.Last(asked =>
            asked.Path.EndsWith($"/{caller.Sid}.json", StringComparison.Ordinal) && asked.Method == HttpMethod.Post
        );
        Assert.That(sent["Url"], Does.Contain("/next"));
        Assert.That(await caller.State(), Is.EqualTo("InMenu"));
    }

    [Test]
    public async Task An_officers_lost_end_frees_the_phone_and_the_ladder_goes_on()
    {
        await TestCall.InboundToLadder(server);
        await server.Act();
        var officer = await TestCall.Answered(server, server.Asked.Dials[0]);
        ProviderSays(officer.Sid, "completed");
        server.Get<Sweeper>().Doubt(officer.Sid);
        await server.Sweep();
        Assert.That(await server.Value<string>("select outcome from attempts where number = 1"), Is.EqualTo("AnsweredNotAccepted"));
        Assert.That(server.Asked.Dials, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_the_provider_does_not_know_five_seconds_after_it_was_made_is_gone()
    {
        await TestCall.InboundToLadder(server);
        await server.Act();
        var officer = await server.Value<string>("select id from legs where role = 'officer'");
        server.Get<Sweeper>().Doubt(officer!);
        await Passes(4);
        Assert.That(await server.Value<string>("select outcome from attempts where number = 1"), Is.Null, "it may only be fresh");
        await Passes(4);
        Assert.That(
            await server.Value<string>("select outcome || ': ' || why from attempts where number = 1"),
            Is.EqualTo("CarrierFailure: the provider no longer knows the call")
        );
    }

    [Test]
    public async Task A_provider_that_does_not_answer_proves_nothing()
    {
        var caller = await TestCall.Inbound(server);
        server.Asked.AnswersWith(HttpStatusCode.InternalServerError, "");
        await Passes(90);
        Assert.That(await caller.State(), Is.EqualTo("InMenu"));
        server.Asked.Instead = null;
        await Passes(5);
        Assert.That(await caller.State(), Is.EqualTo("Ended"), "it knows no such call");
    }

    [Test]
    public async Task An_officer_whose_join_was_not_reported_is_found_in_the_room_before_the_joining_fails()
    {
        var (_, officer) = await Joining();
        server.Asked.Rooms[officer.Now.Room!] = [(officer.Sid, false)];
        await Passes(5);
        Assert.That(await server.Value<string>("select state from transfers"), Is.EqualTo("Joining"));
        Assert.That(await server.Value<bool>("select officer_is_in from transfers"));
    }

    [Test]
    public async Task An_officer_who_is_not_in_the_room_is_shown_into_it_again()
    {
        var (_, officer) = await Joining();
        await Passes(5);
        Assert.That(server.Asked.All.Last(asked => asked.Method == HttpMethod.Post)["Url"], Does.Contain("/next"));
        Assert.That(await server.Value<string>("select state from transfers"), Is.EqualTo("Joining"));
        Assert.That(officer.Now.Room, Is.Not.Null);
    }

    [Test]
    public async Task Whoever_left_the_room_and_neither_asks_nor_is_reported_as_ended_is_asked_about_at_once()
    {
        var (caller, officer) = await Joining();
        var room = officer.Now.Room!;
        await officer.InRoom(room, "participant-join");
        await server.Act();
        await caller.StaysSilent();
        await caller.InRoom(room, "participant-join");
        Assert.That(await server.Value<string>("select state from transfers"), Is.EqualTo("Connected"));

        await officer.InRoom(room, "participant-leave");
        ProviderSays(officer.Sid, "completed");
        await Passes(4);
        Assert.That(await server.Value<string>("select state from transfers"), Is.EqualTo("Interrupted"), "the caller is not left alone");
    }

    [Test]
    public async Task Two_who_talk_are_asked_about_after_a_minute_and_then_ever_more_seldom()
    {
        var (caller, officer) = await Joining();
        var room = officer.Now.Room!;
        await officer.InRoom(room, "participant-join");
        await server.Act();
        await caller.StaysSilent();
        await caller.InRoom(room, "participant-join");
        await caller.InRoom(room, "conference-start");
        server.Asked.Rooms[room] = [(officer.Sid, false), (caller.Sid, false)];
        ProviderSays(officer.Sid, "in-progress");
        ProviderSays(caller.Sid, "in-progress");
        for (var minute = 0; minute < 30; minute++)
        {
            await Passes(60);
        }
        Assert.That(await server.Value<string>("select state from transfers"), Is.EqualTo("Connected"));
        Assert.That(server.Asked.Questions($"/Calls/{caller.Sid}"), Is.InRange(7, 10));
        Assert.That(
            server.Asked.All.Count(asked => asked.Method == HttpMethod.Post && asked.Path.Contains(caller.Sid, StringComparison.Ordinal)),
            Is.EqualTo(1),
            "only the way into the room"
        );
    }

    [Test]
    public async Task A_server_that_starts_asks_about_everybody_who_was_alive()
    {
        var caller = await TestCall.InboundToLadder(server);
        ProviderSays(caller.Sid, "completed");
        await server.Restart();
        await server.Sweep();
        Assert.That(await caller.State(), Is.EqualTo("Ended"));
    }

    [Test]
    public void Doubts_are_bounded_and_each_is_kept_once()
    {
        var doubts = new Doubts();
        Parallel.For(0, 30_000, i => doubts.Doubt($"leg-{i % 15_000}"));
        Assert.That(doubts.Count, Is.EqualTo(Doubts.Most));
    }

    [Test]
    public async Task Whom_nobody_knows_is_doubted_no_longer()
    {
        server.Get<Sweeper>().Doubt("CA404");
        await server.Sweep();
        Assert.That(server.Get<Doubts>().Count, Is.Zero);
        Assert.That(server.Asked.All, Is.Empty);
    }

    private void ProviderSays(string sid, string status) => server.Asked.Calls[sid] = (status, Primary, server.Time.GetUtcNow());

    private async Task<(TestCall Caller, TestCall Officer)> Joining()
    {
        var caller = await TestCall.InboundToLadder(server);
        ProviderSays(caller.Sid, "in-progress");
        await server.Act();
        var officer = await TestCall.Answered(server, server.Asked.Dials[0]);
        ProviderSays(officer.Sid, "in-progress");
        await officer.Presses("1");
        return (caller, officer);
    }

    private async Task Passes(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            await server.Passes(1);
            await server.Sweep();
        }
    }
}
