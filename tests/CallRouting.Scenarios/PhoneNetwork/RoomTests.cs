using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>Contract §1.6, §1.7, §2.8 and §3.5: rooms, who is in them, and what is told about it.</summary>
public class RoomTests
{
    private const string Everything = "start end join leave hold mute modify announcement";

    /// <summary>A call of a telephone whose document dials the room at once.</summary>
    private static async Task<string> Enters(
        NetworkWorld world,
        string phone,
        string label,
        string flags = "",
        string after = "<Pause length=\"900\"/>"
    )
    {
        var document = $"/enter-{label}";
        world.Product.Says(
            document,
            $"""
            <Dial action="/left-{label}">
              <Conference beep="false" waitUrl="/wait" participantLabel="{label}" statusCallback="/room?by={label}"
                          statusCallbackEvent="{Everything}" {flags}>conf-1</Conference>
            </Dial>
            """
        );
        world.Product.Says($"/left-{label}", after);
        var sid = await world.Calls(phone, "http://product.test" + document);
        await world.Answers(phone);
        return sid;
    }

    private static async Task<NetworkWorld> World()
    {
        var world = new NetworkWorld();
        world
            .Product.Says("/wait", """<Say language="nb-NO">Vent.</Say>""")
            .Says("/hold", """<Say language="nb-NO">Venteplass.</Say><Redirect/>""");
        await Task.CompletedTask;
        return world;
    }

    private static string[] Told(NetworkWorld world) =>
        world.Product.AskedAt("/room").Select(asked => asked["StatusCallbackEvent"]).ToArray();

    private static async Task<string> Room(NetworkWorld world)
    {
        var (_, list) = await world.Get("Conferences.json?FriendlyName=conf-1&Status=in-progress");
        return list.GetProperty("conferences")[0].GetProperty("sid").GetString()!;
    }

    private static async Task<string> Leg(NetworkWorld world, string label) => $"Conferences/{await Room(world)}/Participants/{label}.json";

    [Test]
    public async Task A_room_starts_with_two_when_one_of_them_may_start_it()
    {
        await using var world = await World();
        await Enters(world, Officer, "target", """startConferenceOnEnter="false" """);
        await Enters(world, Backup, "second", """startConferenceOnEnter="false" """);
        Assert.That(Told(world), Is.EqualTo(["participant-join", "participant-join"]));
        Assert.That((await world.CallOf(Officer)).TalkingWith, Is.Empty);
        await Enters(world, Caller, "caller");
        Assert.That(Told(world)[^1], Is.EqualTo("conference-start"));
        Assert.That((await world.CallOf(Officer)).TalkingWith, Is.EqualTo([Backup, Caller]));
    }

    [Test]
    public async Task The_first_joiners_callbacks_count_and_later_ones_are_ignored()
    {
        await using var world = await World();
        await Enters(world, Officer, "target");
        await Enters(world, Caller, "caller");
        Assert.That(world.Product.AskedAt("/room").Select(asked => asked.RawTarget), Is.All.EqualTo("/room?by=target"));
        Assert.That(world.Product.AskedAt("/room").Select(asked => asked["SequenceNumber"]), Is.EqualTo(["1", "2", "3"]));
        var join = world.Product.AskedAt("/room")[1];
        Assert.That(
            (join["ParticipantLabel"], join["Muted"], join["Hold"], join["Coaching"]),
            Is.EqualTo(("caller", "false", "false", "false"))
        );
        Assert.That(
            (join["StartConferenceOnEnter"], join["EndConferenceOnExit"], join["FriendlyName"]),
            Is.EqualTo(("true", "false", "conf-1"))
        );
        Assert.That(join["ConferenceSid"], Does.Match("^CF[0-9a-f]{32}$"));
    }

    [Test]
    public async Task A_wait_document_that_runs_out_leaves_silence_and_is_not_asked_again()
    {
        await using var world = await World();
        await Enters(world, Officer, "target");
        await world.Passes(60);
        Assert.That(world.Product.AskedAt("/wait"), Has.Count.EqualTo(1));
        Assert.That(await world.Heard(Officer), Is.EqualTo(["Vent."]));
    }

    [Test]
    public async Task A_Gather_in_a_wait_document_is_refused_and_not_heard()
    {
        await using var world = await World();
        world.Product.Says("/wait", """<Gather numDigits="1"><Say>Press 1</Say></Gather>""");
        await Enters(world, Officer, "target");
        Assert.That(await world.Complaints(), Is.EqualTo([13238]));
        Assert.That(await world.Heard(Officer), Is.Empty);
    }

    [Test]
    public async Task A_failing_wait_document_sends_the_leg_on_to_its_action()
    {
        await using var world = await World();
        world.Product.Answers("/wait", _ => Microsoft.AspNetCore.Http.Results.StatusCode(500));
        await Enters(world, Officer, "target");
        Assert.That(world.Product.AskedAt("/left-target"), Has.Count.EqualTo(1));
        Assert.That(await world.Complaints(), Is.EqualTo([11200]));
    }

    [Test]
    public async Task A_taken_label_keeps_the_second_leg_out_and_it_goes_on_with_the_next_verb()
    {
        await using var world = await World();
        await Enters(world, Officer, "same");
        await Enters(world, Caller, "same");
        Assert.That(await world.Complaints(), Is.EqualTo([16025]));
        Assert.That((await world.Phones.Look(Caller)).State, Is.EqualTo("idle"));
        Assert.That(Told(world), Is.EqualTo(["participant-join"]));
    }

    [Test]
    public async Task Hold_plays_its_document_to_one_and_the_others_talk_on()
    {
        await using var world = await World();
        await Enters(world, Officer, "target");
        await Enters(world, Caller, "caller");
        await Enters(world, Backup, "agent");
        var (_, leg) = await world.Post(
            await Leg(world, "caller"),
            ("Hold", "true"),
            ("HoldUrl", "http://product.test/hold"),
            ("HoldMethod", "POST")
        );
        Assert.That(leg.GetProperty("hold").GetBoolean());
        Assert.That(Told(world)[^1], Is.EqualTo("participant-hold"));
        await world.Passes(2);
        Assert.That((await world.Heard(Caller))[^1], Is.EqualTo("Venteplass."));
        Assert.That((await world.CallOf(Caller)).OnHold);
        Assert.That((await world.CallOf(Caller)).TalkingWith, Is.Empty);
        Assert.That((await world.CallOf(Officer)).TalkingWith, Is.EqualTo([Backup]));

        await world.Post(await Leg(world, "caller"), ("Hold", "false"));
        var heard = (await world.Heard(Caller)).Length;
        await world.Passes(10);
        Assert.That(Told(world)[^1], Is.EqualTo("participant-unhold"));
        Assert.That(await world.Heard(Caller), Has.Length.EqualTo(heard));
        Assert.That((await world.CallOf(Caller)).TalkingWith, Is.EqualTo([Officer, Backup]));
        Assert.That(await world.Complaints(), Is.Empty);
    }

    [Test]
    public async Task A_hold_document_without_a_method_is_fetched_by_GET()
    {
        await using var world = await World();
        await Enters(world, Officer, "target");
        await Enters(world, Caller, "caller");
        await world.Post(await Leg(world, "caller"), ("Hold", "true"), ("HoldUrl", "http://product.test/hold"));
        Assert.That(world.Product.AskedAt("/hold")[0].Method, Is.EqualTo("GET"));
    }

    [Test]
    public async Task A_redirected_leg_leaves_the_room_and_its_Dial_is_forgotten()
    {
        await using var world = await World();
        world.Product.Says("/elsewhere", """<Say language="nb-NO">Her.</Say><Pause length="60"/>""");
        await Enters(world, Officer, "target");
        var caller = await Enters(world, Caller, "caller");
        await world.Post($"Calls/{caller}.json", ("Url", "http://product.test/elsewhere"));
        Assert.That(world.Product.AskedAt("/room")[^1]["ReasonParticipantLeft"], Is.EqualTo("participant_updated_via_api"));
        Assert.That(world.Product.AskedAt("/room")[^1]["ParticipantCallStatus"], Is.EqualTo("in-progress"));
        Assert.That(world.Product.AskedAt("/left-caller"), Is.Empty);
        Assert.That((await world.Heard(Caller))[^1], Is.EqualTo("Her."));
        Assert.That((await world.CallOf(Officer)).InRoom, Is.EqualTo("conf-1"));
    }

    [Test]
    public async Task A_removed_leg_goes_on_to_its_action_and_is_no_longer_seen()
    {
        await using var world = await World();
        await Enters(world, Officer, "target");
        await Enters(world, Caller, "caller");
        var leg = await Leg(world, "caller");
        Assert.That(await world.Delete(leg), Is.EqualTo(204));
        Assert.That(world.Product.AskedAt("/room")[^1]["ReasonParticipantLeft"], Is.EqualTo("participant_updated_via_api"));
        Assert.That(world.Product.AskedAt("/left-caller").Single()["DialCallStatus"], Is.EqualTo("answered"));
        Assert.That(world.Product.AskedAt("/left-caller").Single()["DialCallSid"], Is.Empty);
        Assert.That((await world.CallOf(Caller)).State, Is.EqualTo("in-progress"));
        var (status, error) = await world.Get(leg);
        Assert.That((status, error.GetProperty("code").GetInt32()), Is.EqualTo((404, 20404)));
        Assert.That(await world.Delete(leg), Is.EqualTo(404));
    }

    [Test]
    public async Task Who_remains_alone_hears_nothing_and_the_room_stays()
    {
        await using var world = await World();
        await Enters(world, Officer, "target");
        await Enters(world, Caller, "caller");
        var heard = (await world.Heard(Officer)).Length;
        await world.HangsUp(Caller);
        await world.Passes(60);
        Assert.That(Told(world)[^1], Is.EqualTo("participant-leave"));
        Assert.That(await world.Heard(Officer), Has.Length.EqualTo(heard));
        Assert.That((await world.CallOf(Officer)).InRoom, Is.EqualTo("conf-1"));
    }

    [Test]
    public async Task The_last_to_leave_ends_the_room()
    {
        await using var world = await World();
        var officer = await Enters(world, Officer, "target");
        await world.HangsUp(Officer);
        var end = world.Product.AskedAt("/room")[^1];
        Assert.That((end["StatusCallbackEvent"], end["ReasonConferenceEnded"]), Is.EqualTo(("conference-end", "last-participant-left")));
        Assert.That((end["CallSidEndingConference"], end["ParticipantLabelEndingConference"]), Is.EqualTo((officer, "target")));
    }

    [Test]
    public async Task An_ending_leg_ends_the_room_and_the_others_go_on_to_their_action()
    {
        await using var world = await World();
        await Enters(world, Officer, "target", """endConferenceOnExit="true" """);
        await Enters(world, Caller, "caller");
        await world.HangsUp(Officer);
        Assert.That(Told(world)[^3..], Is.EqualTo(["participant-leave", "participant-leave", "conference-end"]));
        Assert.That(world.Product.AskedAt("/room")[^2]["ReasonParticipantLeft"], Is.EqualTo("moderator_ended_conference"));
        Assert.That(
            world.Product.AskedAt("/room")[^1]["ReasonConferenceEnded"],
            Is.EqualTo("participant-with-end-conference-on-exit-left")
        );
        Assert.That(world.Product.AskedAt("/left-caller"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_room_ended_by_REST_lets_every_leg_go_on()
    {
        await using var world = await World();
        await Enters(world, Officer, "target");
        await Enters(world, Caller, "caller");
        var room = await Room(world);
        var (_, ended) = await world.Post($"Conferences/{room}.json", ("Status", "completed"));
        Assert.That(ended.GetProperty("reason_conference_ended").GetString(), Is.EqualTo("conference-ended-via-api"));
        Assert.That(world.Product.AskedAt("/room")[^2]["ReasonParticipantLeft"], Is.EqualTo("conference_ended_via_api"));
        Assert.That(world.Product.AskedAt("/left-caller").Count + world.Product.AskedAt("/left-target").Count, Is.EqualTo(2));
    }

    [Test]
    public async Task A_name_used_again_is_another_room()
    {
        await using var world = await World();
        await Enters(world, Officer, "target");
        await world.HangsUp(Officer);
        await Enters(world, Officer, "target");
        Assert.That(world.Product.AskedAt("/room").Select(asked => asked["ConferenceSid"]).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_leg_ended_by_REST_left_by_REST()
    {
        await using var world = await World();
        var officer = await Enters(world, Officer, "target");
        await Enters(world, Caller, "caller");
        await world.Post($"Calls/{officer}.json", ("Status", "completed"));
        var leave = world.Product.AskedAt("/room")[^1];
        Assert.That(
            (leave["ReasonParticipantLeft"], leave["ParticipantCallStatus"]),
            Is.EqualTo(("participant_updated_via_api", "completed"))
        );
    }

    [Test]
    public async Task After_a_hang_up_in_the_room_the_action_is_still_asked_and_its_answer_ignored()
    {
        await using var world = await World();
        await Enters(world, Officer, "target", after: """<Say language="nb-NO">Ingen hører.</Say>""");
        await world.HangsUp(Officer);
        Assert.That(world.Product.AskedAt("/left-target").Single()["CallStatus"], Is.EqualTo("completed"));
        Assert.That(await world.Heard(Officer), Has.None.EqualTo("Ingen hører."));
    }

    [Test]
    public async Task A_beep_is_heard_by_all_unless_it_is_turned_off()
    {
        await using var world = await World();
        await Enters(world, Officer, "target");
        world.Product.Says("/beeping", "<Dial><Conference>conf-1</Conference></Dial>");
        await world.Calls(Caller, "http://product.test/beeping");
        await world.Answers(Caller);
        Assert.That((await world.Heard(Officer))[^1], Is.EqualTo("(pip)"));
    }

    [Test]
    public async Task An_announcement_is_heard_once_and_its_end_is_told()
    {
        await using var world = await World();
        world.Product.Says("/announce", """<Say language="nb-NO">Ikke tilgjengelig.</Say>""");
        await Enters(world, Officer, "target");
        await Enters(world, Caller, "caller");
        await world.Post(await Leg(world, "target"), ("AnnounceUrl", "http://product.test/announce"));
        await world.Passes(5);
        Assert.That((await world.Heard(Officer))[^1], Is.EqualTo("Ikke tilgjengelig."));
        Assert.That(await world.Heard(Caller), Has.None.EqualTo("Ikke tilgjengelig."));
        Assert.That(Told(world)[^1], Is.EqualTo("announcement-end"));
    }

    [Test]
    public async Task Flags_of_a_leg_can_be_changed_and_are_told()
    {
        await using var world = await World();
        await Enters(world, Officer, "target", """endConferenceOnExit="true" """);
        await Enters(world, Caller, "caller");
        var (_, leg) = await world.Post(await Leg(world, "target"), ("EndConferenceOnExit", "false"), ("Muted", "true"));
        Assert.That(
            (leg.GetProperty("end_conference_on_exit").GetBoolean(), leg.GetProperty("muted").GetBoolean()),
            Is.EqualTo((false, true))
        );
        Assert.That(Told(world)[^2..], Is.EqualTo(["participant-mute", "participant-modify"]));
    }

    [Test]
    public async Task A_participant_created_by_REST_is_rung_and_seated()
    {
        await using var world = await World();
        await Enters(world, Caller, "caller");
        var (status, leg) = await world.Post(
            "Conferences/conf-1/Participants.json",
            ("From", National),
            ("To", Officer),
            ("Label", "guest"),
            ("Beep", "false")
        );
        Assert.That((status, leg.GetProperty("status").GetString()), Is.EqualTo((201, "queued")));
        await world.Answers(Officer);
        Assert.That((await world.CallOf(Officer)).TalkingWith, Is.EqualTo([Caller]));
        await world.Delete(await Leg(world, "guest"));
        Assert.That((await world.Phones.Look(Officer)).State, Is.EqualTo("idle"));
    }

    [Test]
    public async Task A_participant_that_never_came_is_told_as_a_leave_without_a_join()
    {
        await using var world = await World();
        await Enters(world, Caller, "caller");
        await world.Post(
            "Conferences/conf-1/Participants.json",
            ("From", National),
            ("To", Officer),
            ("Label", "guest"),
            ("Timeout", "10")
        );
        await world.Passes(16);
        var leave = world.Product.AskedAt("/room")[^1];
        Assert.That(
            (leave["StatusCallbackEvent"], leave["ReasonParticipantLeft"]),
            Is.EqualTo(("participant-leave", "participant_add_failed"))
        );
        Assert.That((leave["ParticipantCallStatus"], leave["ParticipantLabel"]), Is.EqualTo(("no-answer", "guest")));
    }

    [Test]
    public async Task A_label_that_is_taken_and_a_room_that_has_ended_are_refused()
    {
        await using var world = await World();
        await Enters(world, Officer, "target");
        await Enters(world, Caller, "caller");
        var room = await Room(world);
        (string, string)[] fields = [("From", National), ("To", Backup), ("Label", "caller")];
        Assert.That(
            (await world.Post($"Conferences/{room}/Participants.json", fields)).Body.GetProperty("code").GetInt32(),
            Is.EqualTo(16026)
        );
        await world.Post($"Conferences/{room}.json", ("Status", "completed"));
        Assert.That(
            (await world.Post($"Conferences/{room}/Participants.json", fields)).Body.GetProperty("code").GetInt32(),
            Is.EqualTo(16022)
        );
    }
}
