using CallRouting.Core.Queue;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Queue;
using CallRouting.Server.Tests.Database;
using NodaTime;
using NUnit.Framework.Constraints;

namespace CallRouting.Server.Tests.Calls;

[TestFixtureSource(typeof(TestDatabase), nameof(TestDatabase.Engines))]
public sealed class StoresTests(string engine)
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 9, 0);

    private readonly CallStore calls = new();
    private readonly LegStore legs = new();
    private readonly RoomStore rooms = new();
    private readonly ActionStore actions = new();
    private TestDatabase database = null!;

    [SetUp]
    public async Task Open() => database = await TestDatabase.Migrated(engine);

    [TearDown]
    public async Task Close() => await database.DisposeAsync();

    [Test]
    public async Task A_call_comes_back_as_it_was_kept_with_everything_and_with_nothing()
    {
        var (full, bare) = (FullCall("call-1"), BareCall("call-2", Now));
        await Write(unit => calls.Add(full, unit));
        await Write(unit => calls.Add(bare, unit));
        Assert.That(await Read(unit => calls.Load("call-1", unit)), Same(full));
        Assert.That(await Read(unit => calls.FindBySid("sid-call-2", unit)), Same(bare));
        Assert.That(await Read(unit => calls.Find("call-3", unit)), Is.Null);
    }

    [Test]
    public async Task A_call_that_has_changed_is_kept_changed()
    {
        await Write(unit => calls.Add(BareCall("call-1", Now), unit));
        var changed = FullCall("call-1");
        (changed.Caller, changed.CallerHash, changed.NumberCalled, changed.StartedAt, changed.FlowHash) = (
            null,
            null,
            "+4755553333",
            Now,
            "hash"
        );
        changed.Version = 0;
        await Write(unit => calls.Save(changed, unit));
        Assert.That(changed.Version, Is.EqualTo(1));
        Assert.That(await Read(unit => calls.Load("call-1", unit)), Same(changed));
    }

    [Test]
    public async Task Of_two_who_change_a_call_the_second_is_told_that_the_race_is_lost()
    {
        await Write(unit => calls.Add(BareCall("call-1", Now), unit));
        var (one, other) = (await Read(unit => calls.Load("call-1", unit)), await Read(unit => calls.Load("call-1", unit)));
        await Write(unit => calls.Save(one, unit));
        Assert.That(() => Write(unit => calls.Save(other, unit)), Throws.InstanceOf<LostRaceException>());
    }

    [Test]
    public void A_call_that_should_be_there_and_is_not_is_a_broken_world() =>
        Assert.That(() => Read(unit => calls.Load("nobody", unit)), Throws.InvalidOperationException.With.Message.Contains("nobody"));

    [Test]
    public async Task One_CallSid_is_one_call()
    {
        await Write(unit => calls.Add(BareCall("call-1", Now), unit));
        var again = BareCall("call-2", Now);
        again.Sid = "sid-call-1";
        Assert.That(() => Write(unit => calls.Add(again, unit)), Throws.InstanceOf<System.Data.Common.DbException>());
    }

    [Test]
    public async Task Who_waits_is_in_the_queue_and_who_is_in_the_menu_is_not()
    {
        await Waits("late", Now + Duration.FromMinutes(2), first: false);
        await Waits("early", Now, first: false);
        await Waits("lost-agent", Now + Duration.FromMinutes(5), first: true);
        await Waits("same-time", Now, first: false);
        await Write(unit => calls.Add(BareCall("menu", Now), unit));
        Assert.That((await Read(calls.InQueue)).Select(call => call.Id), Is.EqualTo(new[] { "early", "same-time", "late", "lost-agent" }));
        Assert.That(
            QueueRules.InOrder(await Read(new QueueStore().Waiting)).Select(place => place.Call.Value),
            Is.EqualTo(new[] { "lost-agent", "early", "same-time", "late" })
        );
    }

    [Test]
    public async Task The_latest_calls_are_told_latest_first_and_never_the_moment_itself_again()
    {
        foreach (var minute in Enumerable.Range(0, 5))
        {
            await Write(unit => calls.Add(BareCall($"call-{minute}", Now + Duration.FromMinutes(minute)), unit));
        }
        Assert.That(
            (await Read(unit => calls.Latest(Instant.MaxValue, 2, unit))).Select(call => call.Id),
            Is.EqualTo(new[] { "call-4", "call-3" })
        );
        Assert.That(
            (await Read(unit => calls.Latest(Now + Duration.FromMinutes(3), 9, unit))).Select(call => call.Id),
            Is.EqualTo(new[] { "call-2", "call-1", "call-0" })
        );
    }

    [Test]
    public async Task A_leg_comes_back_as_it_was_kept_and_as_it_was_changed()
    {
        var leg = FullLeg("leg-1");
        await Write(unit => legs.Add(leg, unit));
        Assert.That(await Read(unit => legs.Find("leg-1", unit)), Same(leg));
        Assert.That((await Read(unit => legs.OfAttempt("transfer-1", 2, unit)))!.Id, Is.EqualTo("leg-1"));

        (leg.Sid, leg.Step, leg.Reply, leg.Accepted, leg.Rank, leg.Room, leg.EndedAt) = ("CA9", long.MaxValue, null, false, 4, null, Now);
        (leg.Muted, leg.Held) = (false, false);
        await Write(unit => legs.Save(leg, unit));
        Assert.That(await Read(unit => legs.FindBySid("CA9", unit)), Same(leg));

        leg.Version = 0;
        Assert.That(() => Write(unit => legs.Save(leg, unit)), Throws.InstanceOf<LostRaceException>());
    }

    [Test]
    public async Task The_live_legs_of_a_call_are_the_latest_of_their_role_that_have_not_ended()
    {
        await Leg("caller", LegRoles.Caller, Now, ended: true);
        await Leg("called-back", LegRoles.CalledBack, Now + Duration.FromSeconds(1));
        await Leg("agent-1", LegRoles.Agent, Now, ended: true);
        await Leg("agent-2", LegRoles.Agent, Now + Duration.FromSeconds(1));
        await Leg("officer", LegRoles.Officer, Now + Duration.FromSeconds(2));
        Assert.That((await Read(unit => legs.LiveCaller("call-1", unit)))!.Id, Is.EqualTo("called-back"));
        Assert.That((await Read(unit => legs.LiveAgent("call-1", unit)))!.Id, Is.EqualTo("agent-2"));
        Assert.That(await Read(unit => legs.LiveAgent("call-2", unit)), Is.Null);
    }

    [Test]
    public async Task Who_was_asked_into_a_call_is_there_until_their_leg_ends()
    {
        await Leg("interpreter", LegRoles.ThirdParty, Now);
        await Leg("lead", LegRoles.ThirdParty, Now + Duration.FromSeconds(1));
        await Leg("gone", LegRoles.ThirdParty, Now, ended: true);
        await Leg("agent", LegRoles.Agent, Now);
        Assert.That(
            (await Read(unit => legs.ThirdParties("call-1", unit))).Select(leg => leg.Id),
            Is.EqualTo(new[] { "interpreter", "lead" })
        );
    }

    [Test]
    public async Task What_was_begun_is_no_longer_only_asked_for()
    {
        var tell = FullAction();
        (tell.Kind, tell.Tries, tell.SentAt, tell.DoneAt) = (ActionKinds.Tell, 0, null, null);
        await Write(unit => actions.Add(tell, unit));
        Assert.That(await Read(unit => actions.IsAskedFor(ActionKinds.Tell, "leg-1", unit)));
        Assert.That(await Read(unit => actions.IsAskedFor(ActionKinds.End, "leg-1", unit)), Is.False);

        await Write(unit => actions.Take(tell, Now + Duration.FromSeconds(30), null, Now, unit));
        Assert.That(await Read(unit => actions.IsAskedFor(ActionKinds.Tell, "leg-1", unit)), Is.False);
    }

    [Test]
    public async Task A_phone_is_held_for_one_leg_at_a_time_until_it_is_let_go()
    {
        var (ours, theirs) = (FullLeg("leg-1"), FullLeg("leg-2"));
        theirs.TransferId = "transfer-2";
        await Write(unit => legs.Add(ours, unit));
        await Write(unit => legs.Add(theirs, unit));

        await Write(unit => legs.Hold("+4712023301", ours, Now, unit));
        Assert.That(() => Write(unit => legs.Hold("+4712023301", theirs, Now, unit)), Throws.InstanceOf<System.Data.Common.DbException>());
        Assert.That(await Read(unit => legs.BusyPhones("transfer-2", unit)), Is.EqualTo(new[] { "+4712023301" }));
        Assert.That(await Read(unit => legs.BusyPhones("transfer-1", unit)), Is.Empty, "a transfer is not in its own way");

        Assert.That(await database.Writes.Commit(unit => legs.LetGo("leg-1", unit)), Is.EqualTo("+4712023301"));
        Assert.That(await database.Writes.Commit(unit => legs.LetGo("leg-1", unit)), Is.Null, "it is free already");
        await Write(unit => legs.Hold("+4712023301", theirs, Now, unit));
        Assert.That(await Read(unit => legs.BusyPhones("transfer-1", unit)), Is.EqualTo(new[] { "+4712023301" }));
    }

    [Test]
    public async Task A_room_is_opened_once_and_remembers_what_the_provider_called_it()
    {
        await Write(unit => rooms.Open("conf-call-1-1", "call-1", 1, unit));
        await Write(unit => rooms.Open("conf-call-1-1", "call-1", 1, unit));
        var room = (await Read(unit => rooms.Find("conf-call-1-1", unit)))!;
        Assert.That(
            (room.CallId, room.Number, room.ConferenceSid, room.StartedAt),
            Is.EqualTo(("call-1", 1, (string?)null, (Instant?)null))
        );
        (room.ConferenceSid, room.StartedAt, room.EndedAt) = ("CF1", Now, Now + Duration.FromSeconds(1));
        await Write(unit => rooms.Save(room, unit));
        Assert.That(await Read(unit => rooms.Find("conf-call-1-1", unit)), Same(room));
    }

    [Test]
    public async Task Due_is_what_is_not_done_whose_time_has_come_and_that_nobody_holds_the_most_pressing_first()
    {
        await Action("notice", Now, Priorities.Notice);
        await Action("live", Now, Priorities.LiveCaller);
        await Action("later", Now + Duration.FromSeconds(1));
        await Action("earlier", Now - Duration.FromSeconds(1));
        await Action("done", Now);
        await Action("held", Now);
        await Write(unit => actions.Done("done", "done", Now, unit));
        var held = (await Read(unit => actions.Due(Now, 9, unit))).Single(action => action.Id == "held");
        Assert.That(await Take(held, Now), Is.True);
        Assert.That(await Take(held, Now), Is.False, "somebody has it");

        Assert.That(
            (await Read(unit => actions.Due(Now, 9, unit))).Select(action => action.Id),
            Is.EqualTo(new[] { "earlier", "live", "notice" })
        );
        Assert.That((await Read(unit => actions.Due(Now, 1, unit))).Select(action => action.Id), Is.EqualTo(new[] { "earlier" }));

        var after = Now + Duration.FromSeconds(30);
        Assert.That(await Take(held, after), Is.True, "a claim runs out");
        await Write(actions.FreeClaims);
        Assert.That((await Read(unit => actions.Due(after, 9, unit))).Select(action => action.Id), Contains.Item("held"));
    }

    [Test]
    public async Task An_action_comes_back_as_it_was_kept_and_what_was_put_off_counts_as_not_sent()
    {
        var action = FullAction();
        await Write(unit => actions.Add(action, unit));
        Assert.That((await Read(unit => actions.Due(Now, 9, unit))).Single(), Same(action));

        await Write(unit => actions.Again(action.Id, Now + Duration.FromMilliseconds(250), "busy", unit));
        Assert.That(await Read(actions.Next), Is.EqualTo(Now + Duration.FromMilliseconds(250)));
        Assert.That((await Read(unit => actions.OpenOf("leg-1", unit))).Single().SentAt, Is.Null);
        await Write(unit => actions.Done(action.Id, "done", Now, unit));
        await Write(unit => actions.Done(action.Id, "something else", Now, unit));
        Assert.That(await Read(unit => unit.Find<string>("select result from actions", new { })), Is.EqualTo("done"));
        Assert.That(await Read(actions.Next), Is.Null);
    }

    private Task<bool> Take(ActionRow action, Instant at) =>
        database.Writes.Commit(unit => actions.Take(action, at + Duration.FromSeconds(30), sentAt: at, at, unit));

    private Task Write(Func<UnitOfWork, Task> unit) => database.Writes.Commit(unit);

    private Task<T> Read<T>(Func<UnitOfWork, Task<T>> question) => database.Reads.Ask(question);

    private Task Waits(string id, Instant since, bool first)
    {
        var call = BareCall(id, Now);
        (call.State, call.WaitingSince, call.GoesFirst) = ("Waiting", since, first);
        return Write(unit => calls.Add(call, unit));
    }

    private Task Leg(string id, string role, Instant at, bool ended = false) =>
        Write(unit =>
            legs.Add(
                new()
                {
                    Id = id,
                    CallId = "call-1",
                    Role = role,
                    CreatedAt = at,
                    EndedAt = ended ? at : null,
                },
                unit
            )
        );

    private Task Action(string id, Instant wakeAt, int priority = Priorities.LiveCaller) =>
        Write(unit =>
            actions.Add(
                new()
                {
                    Id = id,
                    Kind = ActionKinds.Tell,
                    CallId = "call-1",
                    WakeAt = wakeAt,
                    Priority = priority,
                },
                unit
            )
        );

    private static Constraint Same<T>(T row) => Is.EqualTo(row).UsingPropertiesComparer();

    private static CallRow BareCall(string id, Instant at) =>
        new()
        {
            Id = id,
            Sid = $"sid-{id}",
            NumberCalled = "+4755553333",
            FlowHash = "hash",
            Visit = [1],
            Language = "nb",
            Urgency = "Unknown",
            State = "InMenu",
            StartedAt = at,
        };

    private static CallRow FullCall(string id) =>
        new()
        {
            Id = id,
            Sid = $"sid-{id}",
            NumberCalled = "+4713010400",
            Caller = [0, 1, 255],
            CallerHash = "caller-hash",
            FlowHash = "flow-hash",
            Visit = [9, 8, 7],
            Language = "nn",
            Urgency = "Urgent",
            AreaCode = "030101",
            UnitNumber = "0104",
            State = "Ended",
            WaitingSince = Now - Duration.FromMilliseconds(1),
            GoesFirst = true,
            AgentId = "agent-1",
            AgentPlace = "InRoom",
            TransferId = "transfer-1",
            Rooms = 3,
            Unsaid = true,
            StartedAt = Now - Duration.FromMinutes(9),
            EndedAt = Now,
            EndedBecause = "caller hung up",
        };

    private static Leg FullLeg(string id) =>
        new()
        {
            Id = id,
            CallId = "call-1",
            TransferId = "transfer-1",
            Attempt = 2,
            Role = LegRoles.Officer,
            Phone = [43, 52],
            RingSeconds = 20,
            Sid = $"CA-{id}",
            Step = 5_000_000_000,
            Reply = [1, 2, 3],
            Accepted = true,
            Rank = 3,
            Room = 4,
            Name = "Tolk",
            Muted = true,
            Held = true,
            CreatedAt = Now,
        };

    private static ActionRow FullAction() =>
        new()
        {
            Id = "action-1",
            Kind = ActionKinds.Dial,
            CallId = "call-1",
            TransferId = "transfer-1",
            LegId = "leg-1",
            CallbackId = "callback-1",
            Phone = "+4712023301",
            RoomKeys = [7, 0, 7],
            Priority = 2,
            WakeAt = Now - Duration.FromSeconds(2),
            ClaimedUntil = Now - Duration.FromSeconds(1),
            SentAt = Now - Duration.FromSeconds(1),
            Tries = 3,
            Result = "again",
        };
}
