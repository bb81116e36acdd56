using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>The first call of sequences.md, seen from the network's side.</summary>
public class PlainPathTests
{
    private static string Dial(string label) =>
        $"""
            <Dial action="/after">
              <Conference startConferenceOnEnter="true" endConferenceOnExit="false" beep="false" waitUrl="/wait" participantLabel="{label}"
                          statusCallback="/room" statusCallbackEvent="start end join leave hold">conf-1</Conference>
            </Dial>
            """;

    [Test]
    public async Task A_caller_is_connected_to_an_officer_who_presses_1()
    {
        await using var world = new NetworkWorld();
        world
            .Product.Says(
                "/voice",
                """<Gather numDigits="1" finishOnKey="" action="/keys"><Say language="nb-NO">Tast 1.</Say></Gather><Redirect>/voice</Redirect>"""
            )
            .Says(
                "/keys",
                """<Gather numDigits="1" action="/keys2"><Say language="nb-NO">Vent litt.</Say></Gather><Redirect>/keys</Redirect>"""
            )
            .Says(
                "/screen",
                """<Gather numDigits="1" timeout="8" action="/screened"><Say language="nb-NO">Tast 1 for å svare.</Say></Gather><Hangup/>"""
            )
            .Says("/screened", Dial("target-1"))
            .Says("/wait", """<Say language="nb-NO">Et øyeblikk.</Say><Pause length="2"/><Redirect/>""")
            .Says("/next", Dial("caller"))
            .Says("/after", "<Hangup/>");

        await world.Dials();
        Assert.That(await world.Heard(Caller), Is.EqualTo(["Tast 1."]));
        await world.Presses(Caller, "1");

        await world.Calls(Officer);
        Assert.That((await world.Phones.Look(Officer)).State, Is.EqualTo("ringing"));
        await world.Passes(4);
        await world.Answers(Officer);
        await world.Presses(Officer, "1");
        Assert.That(await world.Heard(Officer), Is.EqualTo(["Tast 1 for å svare.", "Et øyeblikk."]));

        var caller = (await world.CallOf(Caller)).Sid;
        var (status, _) = await world.Post($"Calls/{caller}.json", ("Url", "http://product.test/next"), ("Method", "POST"));
        Assert.That(status, Is.EqualTo(200));
        Assert.That((await world.CallOf(Caller)).TalkingWith, Is.EqualTo([Officer]));
        Assert.That((await world.CallOf(Officer)).TalkingWith, Is.EqualTo([Caller]));

        await world.Passes(60);
        await world.HangsUp(Caller);
        await world.HangsUp(Officer);

        Assert.That(
            world.Product.AskedAt("/status").Select(r => r["CallStatus"]),
            Is.EqualTo(["initiated", "ringing", "in-progress", "completed"])
        );
        Assert.That(
            world.Product.AskedAt("/room").Select(r => r["StatusCallbackEvent"]),
            Is.EqualTo([
                "participant-join",
                "participant-join",
                "conference-start",
                "participant-leave",
                "participant-leave",
                "conference-end",
            ])
        );
        Assert.That(world.Product.AskedAt("/number-status").Select(r => r["CallStatus"]), Is.EqualTo(["completed"]));
        Assert.That(await world.Complaints(), Is.Empty);
    }
}
